package io.keeling.feeds.page;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.Topic;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The panel that says why an article has its tags. Immutable and safe to share between threads.
 *
 * @param grade climate grade for the style sheet
 * @param gradeLabel it in words
 * @param score how sure, in percent
 * @param topics the topics, surest first
 * @param names the names by what they name
 * @param countries the countries, heaviest first
 */
public record TagsView(
    String grade,
    String gradeLabel,
    int score,
    List<TopicTag> topics,
    Map<String, List<NameTag>> names,
    List<Share> countries) {

  private static final int MOST_WORDS = 8;

  /**
   * A topic.
   *
   * @param words the words that did it, each once
   * @param more how many further words did it
   */
  public record TopicTag(
      String key, Link link, String group, int score, List<Word> words, int more) {}

  /** Words of the text, and the rule that knows them. */
  public record Word(String text, String rule) {}

  /** A name, how often it is mentioned, and who Wikidata says it is. */
  public record NameTag(String key, Link link, String mentions, @Nullable String wikidata) {}

  /** A country and its share of the places, in percent. */
  public record Share(Link link, int percent) {}

  static TagsView of(EnrichedArticle enriched, Labels labels) {
    String text = enriched.article().text();
    List<TopicTag> topics = new ArrayList<>();
    for (int i = 0; i < enriched.topics().size(); i++) {
      topics.add(topic("t" + i, enriched.topics().get(i), text, labels));
    }
    String grade = enriched.climate().grade().name().toLowerCase(Locale.ROOT);
    return new TagsView(
        grade,
        labels.climate(grade),
        percent(enriched.climate().score()),
        topics,
        names(enriched),
        enriched.countries().stream()
            .map(
                c ->
                    new Share(
                        filter(Facet.COUNTRY, c.code(), labels.country(c.code())),
                        percent(c.weight())))
            .toList());
  }

  private static TopicTag topic(String key, Topic topic, String text, Labels labels) {
    Map<String, Word> words = new LinkedHashMap<>();
    for (Evidence evidence : topic.evidence()) {
      if (evidence.end() <= text.length()) {
        String word = text.substring(evidence.start(), evidence.end());
        words.putIfAbsent(word.toLowerCase(Locale.ROOT), new Word(word, evidence.rule()));
      }
    }
    return new TopicTag(
        key,
        filter(Facet.TOPIC, topic.id(), labels.topics().of(topic.id())),
        labels.topics().group(topic.id()),
        percent(topic.score()),
        words.values().stream().limit(MOST_WORDS).toList(),
        Math.max(0, words.size() - MOST_WORDS));
  }

  private static Map<String, List<NameTag>> names(EnrichedArticle enriched) {
    Map<String, List<NameTag>> names = new LinkedHashMap<>();
    names.put("People", new ArrayList<>());
    names.put("Organisations", new ArrayList<>());
    names.put("Places", new ArrayList<>());
    for (int i = 0; i < enriched.names().size(); i++) {
      Name name = enriched.names().get(i);
      Objects.requireNonNull(names.get(heading(name.type()))).add(name("n" + i, name));
    }
    names.values().removeIf(List::isEmpty);
    return names;
  }

  private static NameTag name(String key, Name name) {
    int count = name.mentions().size();
    boolean known = name.wikidata() != null && name.wikidata().matches("Q[1-9]\\d{0,11}");
    return new NameTag(
        key,
        filter(Facet.NAME, name.text(), name.text()),
        count == 1 ? "1 mention" : count + " mentions",
        known ? "https://www.wikidata.org/wiki/" + name.wikidata() : null);
  }

  private static String heading(NameType type) {
    return switch (type) {
      case PERSON -> "People";
      case ORGANIZATION -> "Organisations";
      case LOCATION -> "Places";
    };
  }

  private static int percent(double share) {
    return (int) Math.round(Math.max(0, Math.min(1, share)) * 100);
  }

  private static Link filter(Facet facet, String value, String label) {
    return new Link(label, "/" + QueryString.of(Filters.NONE.with(facet, List.of(value))), false);
  }
}
