package io.keeling.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.keeling.contract.serde.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers with JSON as the contract writes it. */
public final class JsonAnswer {

  private JsonAnswer() {}

  /** Sends a value. */
  public static void send(Context context, Object value) {
    send(context, value, "application/json");
  }

  /**
   * Sends a list as a JSON dialect, or says that it has not changed.
   *
   * @param changed when the youngest thing in it was stored, none where there is nothing in it
   */
  public static void send(
      Context context, Object value, String contentType, @Nullable Instant changed) {
    Conditional.send(context, bytes(value), contentType, changed);
  }

  /** Sends a value as a JSON dialect. */
  public static void send(Context context, Object value, String contentType) {
    context.contentType(contentType).result(bytes(value));
  }

  private static byte[] bytes(Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
