package io.keeling.feeds.query.language;

/** Where a query stops being understood. */
final class NotUnderstoodException extends Exception {

  private final int at;

  /**
   * @param at from 0
   * @param problem what is wrong, without its place
   */
  NotUnderstoodException(int at, String problem) {
    super(problem, null, false, false);
    this.at = at;
  }

  ParsedExpression.Invalid invalid() {
    int column = at + 1;
    return new ParsedExpression.Invalid(column, getMessage() + " (character " + column + ")");
  }
}
