package io.keeling.desk.messages;

import io.keeling.search.language.FieldName;
import io.keeling.search.language.ParsedExpression;
import io.keeling.search.query.ParsedQuery;
import java.util.HashMap;
import java.util.Map;

/** Explains in words why a query is not understood. */
public final class QueryProblems {

  private static final String FIELD = "field";

  private QueryProblems() {}

  /** The problem in one line of English, with the parameter and, for expressions, the column. */
  public static String line(ParsedQuery.Invalid query) {
    return query.words() == null
        ? query.problem()
        : query.problem() + ": " + line(query.words(), Languages.ENGLISH);
  }

  /** The problem in one line, with the column. */
  public static String line(ParsedExpression.Invalid words, Messages messages) {
    Map<String, Object> all = new HashMap<>(words.values());
    if (words.key().equals(FieldName.NO_VALUE)) {
      all.put("allowed", messages.of("query.takes." + words.values().get(FIELD), Map.of()));
    }
    return messages.of(
        "query.place",
        "problem",
        messages.of("query." + words.key(), all),
        "column",
        words.column());
  }
}
