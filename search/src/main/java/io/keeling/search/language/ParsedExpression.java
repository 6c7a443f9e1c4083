package io.keeling.search.language;

import java.util.Map;

/** What reading a query came to. */
public sealed interface ParsedExpression {

  /** A query that was understood, all of it. */
  record Valid(Expression expression) implements ParsedExpression {}

  /**
   * A query that was not.
   *
   * @param column where it stops being understood, from 1, in UTF-16 code units
   * @param key what is wrong; whoever shows it has a message of this key
   * @param values what the message tells besides, by name
   */
  record Invalid(int column, String key, Map<String, Object> values) implements ParsedExpression {}
}
