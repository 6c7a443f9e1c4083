package io.keeling.feeds.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.serde.Json;
import java.io.PrintWriter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server cannot read as a request, such as an address that is too long, as the API
 * tells any failure; a browser gets a page. Threads may share it.
 */
public final class UnreadRequests extends ErrorHandler {

  public UnreadRequests() {
    setDefaultResponseMimeType("application/json");
    setShowStacks(false);
  }

  @Override
  protected void writeErrorJson(
      Request request,
      PrintWriter writer,
      int code,
      @Nullable String message,
      @Nullable Throwable cause) {
    try {
      writer.append(
          Json.MAPPER.writeValueAsString(
              new Failure(code, "", "This request cannot be read: " + message, null).body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a failure cannot be written as JSON", e);
    }
  }
}
