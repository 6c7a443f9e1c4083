package io.keeling.desk.label;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.search.query.Facet;
import java.util.Locale;

/** Labels of facet values in one language. Immutable; threads may share it. */
public final class Labels {

  private final TopicLabels topics;
  private final Messages messages;

  /**
   * The labels in English.
   *
   * @param topics the taxonomy's topics
   */
  public Labels(TopicLabels topics) {
    this(topics, Languages.ENGLISH);
  }

  private Labels(TopicLabels topics, Messages messages) {
    this.topics = topics;
    this.messages = messages;
  }

  public Labels in(Messages language) {
    return new Labels(topics, language);
  }

  public Messages messages() {
    return messages;
  }

  /** The taxonomy's own topic labels. */
  public TopicLabels topics() {
    return topics;
  }

  /** A topic's name in this language; if there is none, its name in the taxonomy. */
  public String topic(String id) {
    return messages.find("topic." + id).orElseGet(() -> topics.of(id));
  }

  /** The name of a value. Names and outlets are not translated. */
  public String of(Facet facet, String value) {
    return switch (facet) {
      case TOPIC -> topic(value);
      case COUNTRY -> country(value);
      case LANGUAGE -> language(value);
      case TOPIC_GRADE -> messages.find("topicGrade." + value).orElse(value);
      case CLIMATE -> climate(value);
      case STORY -> messages.of("label.story");
      case NAME, SOURCE -> value;
    };
  }

  /** The name of the country with this ISO 3166-1 alpha-2 code. */
  public String country(String code) {
    String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(messages.locale());
    return name.isEmpty() ? code : name;
  }

  /** A country as the place of something: "in Germany", "in the Netherlands". */
  public String inCountry(String code) {
    return messages
        .find("in." + code)
        .orElseGet(() -> messages.of("heading.in", "country", country(code)));
  }

  /** The name of the language with this ISO 639-1 code. */
  public String language(String code) {
    if (code.equals("und")) {
      return messages.of("label.language-unknown");
    }
    String name = Locale.forLanguageTag(code).getDisplayLanguage(messages.locale());
    return name.isEmpty() ? code : name;
  }

  public String climate(String grade) {
    return messages.find("climate." + grade).orElse(grade);
  }
}
