package io.keeling.search.language;

import java.util.Map;

/** The result of reading a query. */
public sealed interface ParsedExpression {

  /** A query that was understood completely. */
  record Valid(Expression expression) implements ParsedExpression {}

  /**
   * A query that was not understood.
   *
   * @param column where it stops being understood, from 1, in UTF-16 code units
   * @param key what is wrong: the key of a message for readers
   * @param values further values for the message, by name
   */
  record Invalid(int column, String key, Map<String, Object> values) implements ParsedExpression {}
}
