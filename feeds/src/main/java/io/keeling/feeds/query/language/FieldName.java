package io.keeling.feeds.query.language;

import io.keeling.contract.text.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may stand before a colon. */
public enum FieldName {
  TITLE(Scope.TITLE, null, "words of the title"),
  TOPIC(null, ValueField.TOPIC, "topics of the taxonomy, such as wind-power or \"Wind power\""),
  NAME(Scope.NAME, null, "people, organisations and places"),
  COUNTRY(null, ValueField.COUNTRY, "countries, such as DE or Germany"),
  SOURCE(null, ValueField.SOURCE, "outlets, by domain, id or name"),
  AUTHOR(Scope.AUTHOR, null, "people of the byline"),
  LANGUAGE(null, ValueField.LANGUAGE, "languages, such as de or German"),
  CLIMATE(null, ValueField.CLIMATE, "main, mention, adjacent, none or ungraded"),
  STORY(null, ValueField.STORY, "ids of stories"),
  BEFORE(null, null, "a day, a month or a year"),
  AFTER(null, null, "a day, a month or a year"),
  IS(null, ValueField.IS, "corrected or free");

  private static final int LONGEST_QUOTED = 21;

  private final @Nullable Scope scope;
  private final @Nullable ValueField value;
  private final String allowed;

  FieldName(@Nullable Scope scope, @Nullable ValueField value, String allowed) {
    this.scope = scope;
    this.value = value;
    this.allowed = allowed;
  }

  /** As it is written, without its colon. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it takes, in words. */
  public String allowed() {
    return allowed;
  }

  /** Where the words after it are looked for; none where it takes values. */
  @Nullable Scope scope() {
    return scope;
  }

  /** Whose values it takes; none where it takes words or dates. */
  @Nullable ValueField value() {
    return value;
  }

  static FieldName require(Token field) throws NotUnderstoodException {
    for (FieldName name : values()) {
      if (name.key().equals(field.text())) {
        return name;
      }
    }
    throw new NotUnderstoodException(
        field.at(),
        "there is no field %s:; there are %s. To look for the words, put them in quotes"
            .formatted(
                PlainText.line(field.text(), LONGEST_QUOTED),
                Arrays.stream(values())
                    .map(name -> name.key() + ":")
                    .collect(Collectors.joining(" "))));
  }
}
