package io.keeling.feeds.label;

import io.keeling.feeds.query.Facet;
import java.util.Locale;

/**
 * What the values of facets are called on the desk. Immutable and safe to share between threads.
 */
public final class Labels {

  private static final Locale VIEWER = Locale.ENGLISH;

  private final TopicLabels topics;

  /**
   * @param topics those of the taxonomy that articles are tagged by
   */
  public Labels(TopicLabels topics) {
    this.topics = topics;
  }

  /** The topics alone. */
  public TopicLabels topics() {
    return topics;
  }

  /** What a value is called; sources and names are called what they are. */
  public String of(Facet facet, String value) {
    return switch (facet) {
      case TOPIC -> topics.of(value);
      case COUNTRY -> country(value);
      case LANGUAGE -> language(value);
      case TOPIC_GRADE -> value.equals("main") ? "About the topic" : "Mentions the topic";
      case CLIMATE -> climate(value);
      case STORY -> "One story, every outlet";
      case NAME, SOURCE -> value;
    };
  }

  /** A country by its ISO 3166-1 alpha-2 code. */
  public String country(String code) {
    String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(VIEWER);
    return name.isEmpty() ? code : name;
  }

  /** A language by its ISO 639-1 code. */
  public String language(String code) {
    if (code.equals("und")) {
      return "Language unknown";
    }
    String name = Locale.forLanguageTag(code).getDisplayLanguage(VIEWER);
    return name.isEmpty() ? code : name;
  }

  /** A climate grade. */
  public String climate(String grade) {
    return switch (grade) {
      case "main" -> "About climate";
      case "mention" -> "Mentions climate";
      case "adjacent" -> "Adjacent";
      case "none" -> "Not about climate";
      case "ungraded" -> "Not graded";
      default -> grade;
    };
  }
}
