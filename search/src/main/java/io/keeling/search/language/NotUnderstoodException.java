package io.keeling.search.language;

import java.util.Map;

/** Thrown at the place from which a query is not understood. */
final class NotUnderstoodException extends Exception {

  private final int at;
  private final String key;
  private final Map<String, Object> values;

  /**
   * @param at from 0
   * @param key its message, {@code query.KEY}
   */
  NotUnderstoodException(int at, String key) {
    this(at, key, Map.of());
  }

  NotUnderstoodException(int at, String key, Map<String, Object> values) {
    super(key, null, false, false);
    this.at = at;
    this.key = key;
    this.values = Map.copyOf(values);
  }

  ParsedExpression.Invalid invalid() {
    return new ParsedExpression.Invalid(at + 1, key, values);
  }
}
