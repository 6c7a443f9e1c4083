package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.Lexicon;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Grades an article's link to climate change and gives it topics, each with the words that justify
 * it. A title raises a score, but a topic is only given where the text itself has evidence, because
 * evidence is offsets into the text. Immutable; threads may share it.
 */
public final class TopicTagger {

  /** A topic is given from this score on. */
  private static final double GIVEN = 0.5;

  /** An article is about climate change from this score on. */
  private static final double MAIN = 0.5;

  /** Less mass than this is no mention: one weak hint is none. */
  private static final double MENTION_MASS = 1.4;

  /** The score of a topic of {@link #ADJACENT_GROUPS} that makes an article adjacent. */
  private static final double ADJACENT = 0.45;

  /** Weather, energy and nature: close to climate change without speaking of it. */
  private static final Set<String> ADJACENT_GROUPS =
      Set.of("impacts", "energy", "nature", "sectors");

  /** What an adjacent article scores at most: under every mention. */
  private static final double ADJACENT_CEILING = 0.3;

  private final Taxonomy taxonomy;
  private final Map<String, Lexicon> lexicons = new HashMap<>();

  /** Compiles the taxonomy's lexicons. */
  public TopicTagger(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    for (String language : taxonomy.languages()) {
      lexicons.put(language, Lexicon.of(taxonomy, language));
    }
  }

  /** Whether there is a lexicon for a language (ISO 639-1). */
  public boolean speaks(String language) {
    return lexicons.containsKey(language);
  }

  /**
   * Tags an article.
   *
   * @param language ISO 639-1 code; a language without a lexicon gets {@link TopicTagging#UNKNOWN}
   */
  public TopicTagging tag(String title, String text, String language) {
    Lexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      return TopicTagging.UNKNOWN;
    }
    LexiconHits hits = lexicon.find(title, text);
    double climateMass = Weighing.mass(hits.climate(), hits.words());
    boolean mentions = climateMass >= MENTION_MASS;
    List<TopicFinding> findings = new ArrayList<>();
    double adjacent = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      List<Hit> found = hits.topics().get(i);
      if (!found.isEmpty()) {
        TaxonomyTopic topic = taxonomy.topics().get(i);
        double score = Weighing.score(Weighing.mass(found, hits.words()), hits.words());
        boolean given =
            score >= GIVEN
                && (mentions || !topic.needsClimate())
                && found.stream().anyMatch(hit -> !hit.inTitle());
        findings.add(new TopicFinding(topic.id(), rounded(score), given, found));
        if (ADJACENT_GROUPS.contains(topic.group())) {
          adjacent = Math.max(adjacent, score);
        }
      }
    }
    findings.sort(
        Comparator.comparing(TopicFinding::given)
            .thenComparing(TopicFinding::score)
            .reversed()
            .thenComparing(TopicFinding::id));
    return new TopicTagging(
        grade(climateMass, adjacent, hits.words()), hits.climate(), List.copyOf(findings));
  }

  private static Climate grade(double mass, double adjacent, int words) {
    double main = Weighing.climateScore(mass, words);
    if (mass >= MENTION_MASS) {
      // A mention is sure by its own mass, however long the article.
      double score = Math.max(main, Weighing.score(mass, 0));
      return new Climate(main >= MAIN ? ClimateGrade.MAIN : ClimateGrade.MENTION, rounded(score));
    }
    double score = Math.max(main, Math.min(adjacent, 1) * ADJACENT_CEILING);
    return new Climate(
        adjacent >= ADJACENT ? ClimateGrade.ADJACENT : ClimateGrade.NONE, rounded(score));
  }

  private static double rounded(double score) {
    return Math.rint(score * 1000) / 1000;
  }
}
