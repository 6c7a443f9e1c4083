package io.keeling.desk.query.language;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import java.util.HashMap;
import java.util.Map;

/** What reading a query came to. */
public sealed interface ParsedExpression {

  /** A query that was understood, all of it. */
  record Valid(Expression expression) implements ParsedExpression {}

  /**
   * A query that was not.
   *
   * @param column where it stops being understood, from 1, in UTF-16 code units
   * @param key what is wrong: its message is {@code query.KEY}
   * @param values what the message tells besides, by name
   */
  record Invalid(int column, String key, Map<String, Object> values) implements ParsedExpression {

    private static final String FIELD = "field";

    /** One line for a person that names the place, in English. */
    public String problem() {
      return problem(Languages.ENGLISH);
    }

    /** One line for a person that names the place. */
    public String problem(Messages messages) {
      Map<String, Object> all = new HashMap<>(values);
      if (key.equals(FieldName.NO_VALUE)) {
        all.put("allowed", messages.of("query.takes." + values.get(FIELD), Map.of()));
      }
      return messages.of(
          "query.place", "problem", messages.of("query." + key, all), "column", column);
    }
  }
}
