package io.keeling.desk.query;

/** What reading a query string came to. */
public sealed interface ParsedQuery {

  /** A query. */
  record Valid(ArticleQuery query) implements ParsedQuery {}

  /**
   * A value that is not allowed.
   *
   * @param parameter the parameter's name
   * @param problem one line for a person: what is wrong and what is allowed
   */
  record Invalid(String parameter, String problem) implements ParsedQuery {}
}
