package io.keeling.search.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A dimension that articles can be filtered by. Several values of one facet widen the result,
 * values of different facets narrow it.
 */
public enum Facet {
  TOPIC("topic", "[a-z0-9][a-z0-9-]{0,63}", "ids of the taxonomy, such as solar-power"),
  TOPIC_GRADE("topicGrade", "main|mention", "main or mention"),
  NAME("name", "[^\\p{Cntrl}]{1,200}", "a person, organisation or place, up to 200 characters"),
  COUNTRY(
      "country",
      "[A-Z]{2}",
      "ISO 3166-1 alpha-2 codes, such as DE",
      s -> s.toUpperCase(Locale.ROOT)),
  SOURCE(
      "source",
      "[^\\p{Cntrl}]{1,253}",
      "domains of outlets or ids of sources, up to 253 characters"),
  LANGUAGE(
      "language",
      "[a-z]{2,3}",
      "ISO 639-1 codes, such as en, or und",
      s -> s.toLowerCase(Locale.ROOT)),
  CLIMATE(
      "climate",
      "main|mention|adjacent|none|ungraded",
      "main, mention, adjacent, none or ungraded"),
  STORY("story", "[a-z0-9]{1,64}", "ids of stories: up to 64 lower-case letters and digits");

  /** The facets whose values are counted, in the order in which the desk shows them. */
  public static final List<Facet> COUNTED =
      List.of(CLIMATE, TOPIC, TOPIC_GRADE, NAME, COUNTRY, SOURCE, LANGUAGE);

  /** Maximum number of values of one facet in a query: more than anyone selects. */
  static final int MOST_VALUES = 20;

  private final String parameter;
  private final Pattern form;
  private final String allowed;
  private final UnaryOperator<String> normaliser;

  Facet(String parameter, String form, String allowed) {
    this(parameter, form, allowed, UnaryOperator.identity());
  }

  Facet(String parameter, String form, String allowed, UnaryOperator<String> normaliser) {
    this.parameter = parameter;
    this.form = Pattern.compile(form);
    this.allowed = allowed;
    this.normaliser = normaliser;
  }

  /** Its name in a query string. */
  public String parameter() {
    return parameter;
  }

  /** The allowed values, in words. */
  public String allowed() {
    return allowed;
  }

  /** The normalised value; empty if it is not allowed. */
  public Optional<String> read(String value) {
    String normal = normaliser.apply(value.strip());
    return form.matcher(normal).matches() ? Optional.of(normal) : Optional.empty();
  }
}
