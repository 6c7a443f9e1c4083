package io.keeling.search.query;

import io.keeling.search.language.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The result of reading a query string. */
public sealed interface ParsedQuery {

  /** A query. */
  record Valid(ArticleQuery query) implements ParsedQuery {}

  /**
   * A value that is not allowed.
   *
   * @param parameter the parameter's name
   * @param problem one line for a person: what is wrong and what is allowed
   * @param words for search words that are not understood: what is wrong, for the caller to put
   *     into words
   */
  record Invalid(String parameter, String problem, ParsedExpression.@Nullable Invalid words)
      implements ParsedQuery {

    /** An invalid value of any parameter other than the search words. */
    public Invalid(String parameter, String problem) {
      this(parameter, problem, null);
    }
  }
}
