package io.keeling.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.keeling.contract.serde.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends JSON written as the contract specifies. */
public final class JsonAnswer {

  private JsonAnswer() {}

  public static void send(Context context, Object value) {
    send(context, value, "application/json");
  }

  /**
   * Sends a list in a JSON format, or 304 if it has not changed.
   *
   * @param changed when its newest entry was stored, null if it is empty
   */
  public static void send(
      Context context, Object value, String contentType, @Nullable Instant changed) {
    Conditional.send(context, bytes(value), contentType, changed);
  }

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
