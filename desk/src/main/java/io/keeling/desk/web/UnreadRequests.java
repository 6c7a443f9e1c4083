package io.keeling.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.serde.Json;
import java.io.PrintWriter;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that the server cannot parse, such as requests with an address that is too long.
 * Browsers get a page, other clients JSON like that of the API's failures. Threads may share it.
 */
public final class UnreadRequests extends ErrorHandler {

  public UnreadRequests() {
    setDefaultResponseMimeType("application/json");
    setShowStacks(false);
  }

  /**
   * Adds the header that announces the end of the connection. Jetty closes the connection after
   * such a request without saying so, so a client that keeps connections would lose its next
   * request (RFC 9112, section 9.6).
   */
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    return super.handle(request, response, callback);
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
              new Failure(code, "unreadable", Map.of("problem", String.valueOf(message)), null)
                  .body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a failure cannot be written as JSON", e);
    }
  }
}
