package io.keeling.feeds.query.language;

/** What reading a query came to. */
public sealed interface ParsedExpression {

  /** A query that was understood, all of it. */
  record Valid(Expression expression) implements ParsedExpression {}

  /**
   * A query that was not.
   *
   * @param column where it stops being understood, from 1, in UTF-16 code units
   * @param problem one line for a person, that names the place
   */
  record Invalid(int column, String problem) implements ParsedExpression {}
}
