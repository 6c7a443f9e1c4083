package io.keeling.search.language;

import io.keeling.contract.text.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that may precede a colon in a query. */
public enum FieldName {
  TITLE(TextScope.TITLE, null),
  TOPIC(null, ValueField.TOPIC),
  NAME(TextScope.NAME, null),
  COUNTRY(null, ValueField.COUNTRY),
  SOURCE(null, ValueField.SOURCE),
  AUTHOR(TextScope.AUTHOR, null),
  NOTE(TextScope.NOTE, null),
  LANGUAGE(null, ValueField.LANGUAGE),
  CLIMATE(null, ValueField.CLIMATE),
  STORY(null, ValueField.STORY),
  BEFORE(null, null),
  AFTER(null, null),
  IS(null, ValueField.IS);

  /**
   * Key of the message for a value that a field does not have. It includes the message {@code
   * query.takes.FIELD}, which says what the field takes.
   */
  public static final String NO_VALUE = "no-value";

  /** How much of a word a message quotes: enough to recognise it. */
  private static final int LONGEST_QUOTED = 21;

  private final @Nullable TextScope scope;
  private final @Nullable ValueField value;

  FieldName(@Nullable TextScope scope, @Nullable ValueField value) {
    this.scope = scope;
    this.value = value;
  }

  /** The name as typed, without its colon. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the words after it are searched for; null for a field of values or dates. */
  @Nullable TextScope scope() {
    return scope;
  }

  /** The field whose values it takes; null for a field of words or dates. */
  @Nullable ValueField value() {
    return value;
  }

  static FieldName require(QueryToken field) throws NotUnderstoodException {
    for (FieldName name : values()) {
      if (name.key().equals(field.text())) {
        return name;
      }
    }
    throw new NotUnderstoodException(
        field.at(),
        "no-field",
        Map.of(
            "field",
            PlainText.line(field.text(), LONGEST_QUOTED),
            "fields",
            Arrays.stream(values())
                .map(name -> name.key() + ":")
                .collect(Collectors.joining(" "))));
  }
}
