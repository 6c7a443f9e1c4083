package io.keeling.desk.articles;

import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.Topic;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TagWords;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Link;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The panel that explains an article's tags. Immutable; threads may share it.
 *
 * @param grade climate grade for the style sheet
 * @param gradeLabel the grade in words
 * @param score confidence in percent
 * @param climate the words that are evidence for the grade
 * @param topics main topics, then mentioned ones, highest score first
 * @param names the names by kind
 * @param countries the countries, most frequent first
 * @param byEditor whether an editor set the grade
 * @param corrections editors' corrections, in words
 */
public record TagsView(
    String grade,
    String gradeLabel,
    int score,
    Words climate,
    List<TopicTag> topics,
    List<NameGroup> names,
    List<Share> countries,
    boolean byEditor,
    List<String> corrections) {

  /** Maximum number of words of evidence shown for a topic: one line. */
  private static final int MOST_WORDS = 8;

  /** Maximum number of names of one kind that are listed. The text highlights all of them. */
  private static final int MOST_NAMES = 40;

  /** Maximum number of countries listed: a line or two. */
  private static final int MOST_COUNTRIES = 12;

  /**
   * Distinct words of the text that are evidence.
   *
   * @param more number of further words that are evidence
   */
  public record Words(List<Word> words, int more) {}

  /** Words of the text, and the rule that matched them. */
  public record Word(String text, String rule) {}

  /**
   * A topic.
   *
   * @param page its profile page
   * @param grade {@code main} or {@code mention}
   * @param correct the address for correcting it
   * @param byEditor whether an editor set it
   */
  public record TopicTag(
      String key,
      Link link,
      @Nullable String page,
      String grade,
      int score,
      Words words,
      String correct,
      boolean byEditor) {}

  /**
   * Names of one kind.
   *
   * @param kind person, organization or location
   * @param more number of further names
   */
  public record NameGroup(String kind, String title, List<NameTag> names, int more) {}

  /**
   * A name, its page, how often it is mentioned, and its Wikidata entry.
   *
   * @param correct the address for correcting it
   * @param byEditor whether an editor set it
   */
  public record NameTag(
      String key,
      Link link,
      @Nullable String page,
      String mentions,
      @Nullable String wikidata,
      String correct,
      boolean byEditor) {}

  /**
   * A country, its page, and its share of the article's places, in percent.
   *
   * @param correct the address for correcting it
   * @param byEditor whether an editor set it
   */
  public record Share(
      Link link, @Nullable String page, int percent, String correct, boolean byEditor) {}

  /**
   * @param among filters to keep in the links of tags
   */
  static TagsView of(EnrichedArticle enriched, Labels labels, Addresses addresses, Filters among) {
    return new Maker(enriched, labels, addresses, among).make();
  }

  private record Maker(
      EnrichedArticle enriched, Labels labels, Addresses addresses, Filters among) {

    TagsView make() {
      List<TopicTag> topics = new ArrayList<>();
      for (int i = 0; i < enriched.topics().size(); i++) {
        topics.add(topic("t" + i, enriched.topics().get(i)));
      }
      String grade = enriched.climate().grade().name().toLowerCase(Locale.ROOT);
      return new TagsView(
          grade,
          labels.climate(grade),
          percent(enriched.climate().score()),
          words(enriched.climate().evidence()),
          topics,
          names(),
          enriched.countries().stream()
              .limit(MOST_COUNTRIES)
              .map(
                  c ->
                      new Share(
                          filter(Facet.COUNTRY, c.code(), labels.country(c.code())),
                          Subject.address(Facet.COUNTRY, c.code()),
                          percent(c.weight()),
                          correct(CorrectedTag.COUNTRY, c.code()),
                          c.by() != null))
              .toList(),
          enriched.climate().by() != null,
          corrections());
    }

    private List<String> corrections() {
      TagWords words = new TagWords(labels);
      return enriched.corrections().stream()
          .map(
              c ->
                  labels
                      .messages()
                      .of(
                          "correction.line",
                          "tag",
                          words.tag(c.tag(), c.subject()),
                          "says",
                          words.says(c.tag(), c.says())))
          .toList();
    }

    private String correct(CorrectedTag tag, String subject) {
      return "/articles/%s/corrections?tag=%s&subject=%s"
          .formatted(
              enriched.article().id(),
              tag.code(),
              URLEncoder.encode(subject, StandardCharsets.UTF_8));
    }

    private TopicTag topic(String key, Topic topic) {
      return new TopicTag(
          key,
          filter(Facet.TOPIC, topic.id(), labels.topic(topic.id())),
          Subject.address(Facet.TOPIC, topic.id()),
          topic.grade().name().toLowerCase(Locale.ROOT),
          percent(topic.score()),
          words(topic.evidence()),
          correct(CorrectedTag.TOPIC, topic.id()),
          topic.by() != null);
    }

    private Words words(List<Evidence> evidence) {
      String text = enriched.article().text();
      Map<String, Word> words = new LinkedHashMap<>();
      for (Evidence each : evidence) {
        if (each.end() <= text.length()) {
          String word = text.substring(each.start(), each.end());
          words.putIfAbsent(
              word.toLowerCase(Locale.ROOT),
              new Word(word, Provenances.evidence(each.rule(), labels.messages())));
        }
      }
      List<Word> all = List.copyOf(words.values());
      int shown = Math.min(all.size(), MOST_WORDS);
      return new Words(all.subList(0, shown), all.size() - shown);
    }

    private List<NameGroup> names() {
      List<NameGroup> groups = new ArrayList<>();
      for (NameType type : List.of(NameType.PERSON, NameType.ORGANIZATION, NameType.LOCATION)) {
        List<NameTag> names = new ArrayList<>();
        for (int i = 0; i < enriched.names().size(); i++) {
          if (enriched.names().get(i).type() == type) {
            names.add(name("n" + i, enriched.names().get(i)));
          }
        }
        if (!names.isEmpty()) {
          String kind = type.name().toLowerCase(Locale.ROOT);
          int shown = Math.min(names.size(), MOST_NAMES);
          groups.add(
              new NameGroup(
                  kind,
                  labels.messages().of("why." + kind),
                  names.subList(0, shown),
                  names.size() - shown));
        }
      }
      return groups;
    }

    private NameTag name(String key, Name name) {
      Messages messages = labels.messages();
      boolean known = name.wikidata() != null && name.wikidata().matches("Q[1-9]\\d{0,11}");
      return new NameTag(
          key,
          filter(Facet.NAME, name.canonical(), name.text()),
          Subject.address(Facet.NAME, name.canonical()),
          messages.of("why.mentions", "count", name.mentions().size()),
          known ? "https://www.wikidata.org/wiki/" + name.wikidata() : null,
          correct(CorrectedTag.NAME, name.canonical()),
          name.by() != null);
    }

    private Link filter(Facet facet, String value, String label) {
      return addresses.filter(among, facet, value, label);
    }

    private static int percent(double share) {
      return (int) Math.round(Math.max(0, Math.min(1, share)) * 100);
    }
  }
}
