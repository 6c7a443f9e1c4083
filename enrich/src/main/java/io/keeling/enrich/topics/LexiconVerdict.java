package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.util.ArrayList;
import java.util.List;

/**
 * Grade and topics by the lexicon alone, for languages that have no categorizer. Stateless; threads
 * may share it.
 */
final class LexiconVerdict {

  /** A topic is given from this score on. */
  private static final double GIVEN = 0.5;

  /** An article is about climate change from this score on. */
  private static final double MAIN = 0.5;

  /** Less mass than this is no mention: one weak hint is none. */
  private static final double MENTION_MASS = 1.4;

  /** The score of a topic of an adjacent group that makes an article adjacent. */
  private static final double ADJACENT = 0.45;

  /** What an adjacent article scores at most: under every mention. */
  private static final double ADJACENT_CEILING = 0.3;

  private LexiconVerdict() {}

  static TopicTagging of(Taxonomy taxonomy, LexiconHits hits) {
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
        findings.add(new TopicFinding(topic.id(), Weighing.rounded(score), given, found));
        if (TopicTagger.ADJACENT_GROUPS.contains(topic.group())) {
          adjacent = Math.max(adjacent, score);
        }
      }
    }
    return TopicTagging.of(grade(climateMass, adjacent, hits.words()), hits.climate(), findings);
  }

  private static Climate grade(double mass, double adjacent, int words) {
    double main = Weighing.climateScore(mass, words);
    if (mass >= MENTION_MASS) {
      // A mention is sure by its own mass, however long the article.
      double score = Math.max(main, Weighing.score(mass, 0));
      return new Climate(
          main >= MAIN ? ClimateGrade.MAIN : ClimateGrade.MENTION, Weighing.rounded(score));
    }
    double score = Math.max(main, Math.min(adjacent, 1) * ADJACENT_CEILING);
    return new Climate(
        adjacent >= ADJACENT ? ClimateGrade.ADJACENT : ClimateGrade.NONE, Weighing.rounded(score));
  }
}
