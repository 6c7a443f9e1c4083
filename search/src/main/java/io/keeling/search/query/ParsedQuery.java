package io.keeling.search.query;

import io.keeling.search.language.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** What reading a query string came to. */
public sealed interface ParsedQuery {

  /** A query. */
  record Valid(ArticleQuery query) implements ParsedQuery {}

  /**
   * A value that is not allowed.
   *
   * @param parameter the parameter's name
   * @param problem one line for a person: what is wrong and what is allowed
   * @param words where words are not understood, what of them; whoever shows it says it in words
   */
  record Invalid(String parameter, String problem, ParsedExpression.@Nullable Invalid words)
      implements ParsedQuery {

    /** An invalid value of any parameter but the words. */
    public Invalid(String parameter, String problem) {
      this(parameter, problem, null);
    }
  }
}
