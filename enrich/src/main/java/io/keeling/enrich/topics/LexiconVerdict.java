package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.util.ArrayList;
import java.util.List;

/**
 * Grade and topics by the lexicon alone, for languages that have no categorizer. For one article;
 * immutable and safe to share between threads. The limits were tuned on our own texts.
 *
 * @param tagging the grade and the topics
 * @param reasons why it has its grade
 */
record LexiconVerdict(TopicTagging tagging, ClimateReasons reasons) {

  /** The score from which an article is about climate change. */
  private static final double MAIN = 0.5;

  /** The mass from which climate change counts as mentioned: one weak hint is less. */
  private static final double MENTION_MASS = 1.4;

  /** The score from which a topic of an adjacent group makes an article adjacent. */
  private static final double ADJACENT = 0.45;

  /** Highest score of an adjacent article: less than the score of any mention. */
  private static final double ADJACENT_CEILING = 0.3;

  static LexiconVerdict of(Taxonomy taxonomy, LexiconHits hits) {
    double climateMass = Weighing.mass(hits.climate(), hits.words());
    double enough = Weighing.enough(hits.words());
    boolean mentions = climateMass >= MENTION_MASS;
    MainTopics foremost = MainTopics.of(taxonomy, hits);
    List<TopicFinding> findings = new ArrayList<>();
    double adjacent = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      List<Hit> found = hits.topics().get(i);
      List<Hit> mentioning = hits.mentions().get(i);
      if (!found.isEmpty() || !mentioning.isEmpty()) {
        TaxonomyTopic topic = taxonomy.topics().get(i);
        double mass = Weighing.mass(found, hits.words());
        double score = Weighing.score(mass, hits.words());
        List<Hit> spoke = TopicMentions.telling(mentioning, hits.words());
        boolean enoughTerms = score >= TopicFinding.LIMIT;
        boolean main =
            foremost.isAbout(i)
                && (enoughTerms || (foremost.brief() && !spoke.isEmpty()))
                && Spread.of(hits, found.isEmpty() ? spoke : found) >= Spread.SHARE;
        List<Hit> evidence = (main && !found.isEmpty()) || spoke.isEmpty() ? found : spoke;
        boolean byTerms = (main && enoughTerms) || spoke.isEmpty();
        double given = byTerms ? score : Math.max(score, TopicMentions.SCORE);
        findings.add(
            new TopicFinding(
                topic.id(),
                main ? TopicGrade.MAIN : TopicGrade.MENTION,
                Weighing.rounded(given),
                withheld(topic, given, mentions, evidence),
                main || enoughTerms
                    ? foremost.measure(i)
                    : Measure.of("weight of its terms", mass, enough),
                evidence,
                List.of()));
        // A topic that needs climate change does not make an article adjacent.
        if (TopicTagger.ADJACENT_GROUPS.contains(topic.group()) && !topic.needsClimate()) {
          adjacent = Math.max(adjacent, score);
        }
      }
    }
    Climate climate = grade(climateMass, adjacent, hits);
    return new LexiconVerdict(
        new TopicTagging(climate, hits.climate(), fitting(climate, findings)),
        new ClimateReasons(measures(climateMass, adjacent, hits), List.of(), List.of()));
  }

  private static List<WithholdingRule> withheld(
      TaxonomyTopic topic, double score, boolean mentions, List<Hit> found) {
    List<WithholdingRule> withheld = new ArrayList<>();
    if (score < TopicFinding.LIMIT) {
      withheld.add(WithholdingRule.BELOW_LIMIT);
    }
    if (topic.needsClimate() && !mentions) {
      withheld.add(WithholdingRule.NEEDS_CLIMATE);
    }
    if (found.stream().allMatch(Hit::inTitle)) {
      withheld.add(WithholdingRule.NO_EVIDENCE);
    }
    return withheld;
  }

  private static List<Measure> measures(double mass, double adjacent, LexiconHits hits) {
    Measure mention = Measure.of("weight of terms of climate change", mass, MENTION_MASS);
    return mass >= MENTION_MASS
        ? List.of(
            mention,
            Measure.of("is about climate change", Weighing.climateScore(mass, hits.words()), MAIN),
            Measure.of(
                "mentions it at the beginning, or in enough parts", Spread.of(hits), Spread.SHARE))
        : List.of(mention, Measure.of("has a topic adjacent to it", adjacent, ADJACENT));
  }

  /**
   * Withholds topics that are only mentioned if the article has nothing to do with climate change,
   * unless enough terms mention them.
   */
  private static List<TopicFinding> fitting(Climate climate, List<TopicFinding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.grade() == TopicGrade.MENTION
                        && !TopicMentions.fit(climate.grade(), finding.hits())
                    ? finding.withheld(WithholdingRule.OUT_OF_FIELD)
                    : finding)
        .toList();
  }

  private static Climate grade(double mass, double adjacent, LexiconHits hits) {
    int words = hits.words();
    double main = Weighing.climateScore(mass, words);
    if (mass >= MENTION_MASS) {
      // The mass alone makes a mention sure, however long the article.
      double score = Math.max(main, Weighing.score(mass, 0));
      return new Climate(
          main >= MAIN && Spread.of(hits) >= Spread.SHARE
              ? ClimateGrade.MAIN
              : ClimateGrade.MENTION,
          Weighing.rounded(score),
          TopicTagging.evidence(hits.climate(), List.of()));
    }
    double score = Math.max(main, Math.min(adjacent, 1) * ADJACENT_CEILING);
    return new Climate(
        adjacent >= ADJACENT ? ClimateGrade.ADJACENT : ClimateGrade.NONE,
        Weighing.rounded(score),
        List.of());
  }
}
