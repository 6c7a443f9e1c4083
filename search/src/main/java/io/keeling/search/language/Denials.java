package io.keeling.search.language;

import io.keeling.search.language.QueryToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the word {@code not} in a query where the minus sign may be meant. The word itself is
 * searched for like any other, and nearly every text contains it.
 */
public final class Denials {

  private static final Set<String> NOT = Set.of("not", "nicht");

  private Denials() {}

  /**
   * The query with a dash in place of each such {@code not}; empty if the query has none.
   *
   * @param query a query without errors
   */
  public static Optional<String> meant(String query) {
    try {
      List<QueryToken> tokens = new Lexer(query).tokens();
      StringBuilder meant = new StringBuilder(query);
      boolean any = false;
      for (int i = tokens.size() - 2; i > 0; i--) {
        QueryToken token = tokens.get(i);
        if (token.is(Kind.WORD)
            && NOT.contains(token.text().toLowerCase(Locale.ROOT))
            && isOperand(tokens.get(i + 1))
            && !isBeforeOperand(tokens.get(i - 1))) {
          meant.replace(token.at(), tokens.get(i + 1).at(), "-");
          any = true;
        }
      }
      return any ? Optional.of(meant.toString()) : Optional.empty();
    } catch (NotUnderstoodException e) {
      return Optional.empty();
    }
  }

  private static boolean isOperand(QueryToken token) {
    return switch (token.kind()) {
      case WORD, PREFIX, PHRASE, FIELD, OPEN -> true;
      case NOT, OR, CLOSE, END -> false;
    };
  }

  private static boolean isBeforeOperand(QueryToken token) {
    return token.is(Kind.NOT) || token.is(Kind.OR) || token.is(Kind.FIELD) || token.is(Kind.OPEN);
  }
}
