package io.keeling.search.language;

import java.util.Map;

/** Thrown at the place from which a query is not understood. */
final class NotUnderstoodException extends Exception {

  private final int at;
  private final String key;
  private final Map<String, Object> values;

  /**
   * @param at the place in the query, from 0
   * @param key the message's key, without the prefix {@code query.}
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
