package io.keeling.feeds.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.keeling.contract.serde.Json;

/** Answers with JSON as the contract writes it. Stateless; threads may share it. */
public final class JsonAnswer {

  private JsonAnswer() {}

  /** Sends a value. */
  public static void send(Context context, Object value) {
    send(context, value, "application/json");
  }

  /** Sends a value as a JSON dialect. */
  public static void send(Context context, Object value, String contentType) {
    try {
      context.contentType(contentType).result(Json.MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
