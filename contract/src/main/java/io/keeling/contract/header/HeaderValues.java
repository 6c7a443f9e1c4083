package io.keeling.contract.header;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads and writes text headers. */
public final class HeaderValues {

  private HeaderValues() {}

  /** Replaces a header. The value null removes it. */
  public static void put(Headers headers, String name, @Nullable String value) {
    headers.remove(name);
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  public static @Nullable String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException if there is no header with this name
   */
  public static String require(Headers headers, String name) {
    String value = get(headers, name);
    if (value == null) {
      throw new IllegalArgumentException("the record has no header " + name);
    }
    return value;
  }

  /**
   * Converts the last header with this name.
   *
   * @param reader throws {@link IllegalArgumentException} or {@link DateTimeException} for invalid
   *     text
   * @throws IllegalArgumentException if the header is missing or invalid; the message names it and
   *     quotes no value
   */
  public static <T> T require(Headers headers, String name, Function<String, T> reader) {
    return read(name, require(headers, name), reader);
  }

  /**
   * Converts the last header with this name, if there is one.
   *
   * @throws IllegalArgumentException if it is invalid; the message names it and quotes no value
   */
  public static <T> @Nullable T get(Headers headers, String name, Function<String, T> reader) {
    String value = get(headers, name);
    return value == null ? null : read(name, value, reader);
  }

  private static <T> T read(String name, String value, Function<String, T> reader) {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("the record's header " + name + " cannot be read", e);
    }
  }
}
