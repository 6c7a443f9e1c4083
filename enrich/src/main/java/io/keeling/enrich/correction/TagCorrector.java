package io.keeling.enrich.correction;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.annotator.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies editors' corrections to the tags of an article: a pure function. A correction changes
 * nothing if its name is no longer in the text or its topic is not in the taxonomy. Stateless;
 * threads may share it.
 */
public final class TagCorrector {

  /** The evidence rule of an editor's quotation. */
  private static final String RULE = "editor";

  private static final Comparator<Topic> SUREST_FIRST =
      Comparator.comparing(Topic::grade)
          .thenComparing(Comparator.comparingDouble(Topic::score).reversed());

  private final Predicate<String> topics;

  /**
   * @param topics whether a topic of this id exists
   */
  public TagCorrector(Predicate<String> topics) {
    this.topics = topics;
  }

  /** The corrected tags of an article. */
  public Annotation correct(Annotation tags, Article article, HeldCorrections held) {
    Annotation corrected = tags;
    for (TagCorrection correction : held.items()) {
      corrected = correct(corrected, article, correction);
    }
    // A page that an editor marked as no article has no tags, whatever else was corrected.
    return held.items().stream().anyMatch(c -> c.tag() == CorrectedTag.ARTICLE)
        ? new Annotation(
            List.of(),
            List.of(),
            new Climate(ClimateGrade.NONE, 0, List.of(), TaggedBy.EDITOR),
            List.of(),
            tags.enrichment())
        : corrected;
  }

  private Annotation correct(Annotation tags, Article article, TagCorrection said) {
    String subject = said.subject() == null ? "" : said.subject();
    return switch (said.tag()) {
      case TOPIC -> with(tags, topics(tags.topics(), article, subject, said));
      case CLIMATE -> with(tags, climate(tags.climate(), article, said));
      case NAME ->
          new Annotation(
              NameCorrections.correct(tags.names(), article, subject, said.says()),
              tags.countries(),
              tags.climate(),
              tags.topics(),
              tags.enrichment());
      case COUNTRY ->
          new Annotation(
              tags.names(),
              CountryCorrections.correct(tags.countries(), subject, said.says()),
              tags.climate(),
              tags.topics(),
              tags.enrichment());
      case ARTICLE -> tags;
    };
  }

  private static Annotation with(Annotation tags, List<Topic> topics) {
    return new Annotation(
        tags.names(), tags.countries(), tags.climate(), topics, tags.enrichment());
  }

  private static Annotation with(Annotation tags, Climate climate) {
    return new Annotation(
        tags.names(), tags.countries(), climate, tags.topics(), tags.enrichment());
  }

  private List<Topic> topics(
      List<Topic> topics, Article article, String id, TagCorrection correction) {
    List<Topic> corrected = new ArrayList<>(topics);
    List<Evidence> evidence = quoted(article, correction.saidOf());
    for (Topic topic : topics) {
      if (topic.id().equals(id)) {
        corrected.remove(topic);
        evidence = topic.evidence().isEmpty() ? evidence : topic.evidence();
      }
    }
    if (!correction.says().equals(TagCorrection.ABSENT) && this.topics.test(id)) {
      TopicGrade grade = TopicGrade.valueOf(correction.says().toUpperCase(Locale.ROOT));
      corrected.add(new Topic(id, grade, 1, evidence, TaggedBy.EDITOR));
      corrected.sort(SUREST_FIRST);
    }
    return corrected;
  }

  private static Climate climate(Climate climate, Article article, TagCorrection correction) {
    ClimateGrade grade = ClimateGrade.valueOf(correction.says().toUpperCase(Locale.ROOT));
    List<Evidence> quoted = quoted(article, correction.saidOf());
    List<Evidence> evidence = climate.evidence().isEmpty() ? quoted : climate.evidence();
    boolean linked = grade == ClimateGrade.MAIN || grade == ClimateGrade.MENTION;
    return new Climate(
        grade, linked ? 1 : 0, grade == ClimateGrade.NONE ? List.of() : evidence, TaggedBy.EDITOR);
  }

  /** Where the text has the words that the editor quoted; empty once they are gone. */
  private static List<Evidence> quoted(Article article, TagCorrection.@Nullable SaidOf saidOf) {
    String quote = saidOf == null ? null : saidOf.quote();
    int at = quote == null ? -1 : article.text().indexOf(quote);
    return quote == null || at < 0
        ? List.of()
        : List.of(new Evidence(at, at + quote.length(), RULE));
  }
}
