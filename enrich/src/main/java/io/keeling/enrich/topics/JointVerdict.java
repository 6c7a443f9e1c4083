package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.models.topics.ParagraphCategorizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Grade and topics by the lexicon and the categorizer together, as {@link ArticleOdds} weighs them.
 *
 * <p>For one article and one thread.
 */
final class JointVerdict {

  /**
   * A topic is given from these log odds on: F1 is highest for a limit somewhat below even odds.
   */
  private static final double GIVEN = -1;

  /** From these log odds on a passage is evidence for a topic. */
  private static final double EVIDENT = -2;

  /** A passage with log odds lower by so much than those of the surest is no evidence beside it. */
  private static final double FAINTER = 3;

  /** From these log odds on a passage gives a topic that needs climate what it needs. */
  private static final double SURE = -1.8;

  /**
   * Below these log odds that climate is spoken of, topics that are not of weather, energy or
   * nature are given by nothing but the lexicon.
   */
  private static final double UNSPOKEN = -2;

  private final Taxonomy taxonomy;
  private final LexiconHits hits;
  private final CategorizedArticle categories;
  private final ArticleOdds odds;

  JointVerdict(Taxonomy taxonomy, LexiconHits hits, CategorizedArticle categories) {
    this.taxonomy = taxonomy;
    this.hits = hits;
    this.categories = categories;
    this.odds = new ArticleOdds(hits, categories);
  }

  TopicTagging tagging() {
    double speaks = odds.climate();
    List<TopicFinding> findings = new ArrayList<>();
    double nearest = Double.NEGATIVE_INFINITY;
    double found = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      TaxonomyTopic topic = taxonomy.topics().get(i);
      List<Hit> ofTopic = hits.topics().get(i);
      double part = odds.part(ofTopic);
      TopicFinding finding = finding(topic, ofTopic, part, speaks);
      if (finding.given() || !ofTopic.isEmpty()) {
        findings.add(finding);
      }
      if (TopicTagger.ADJACENT_GROUPS.contains(topic.group())) {
        nearest = Math.max(nearest, categories.highest(topic.id()));
        found = Math.max(found, part);
      }
    }
    return new TopicTagging(
        climate(speaks, odds.adjacent(nearest, found)),
        hits.climate(),
        speaks >= 0 ? categories.evidence(ParagraphCategorizer.CLIMATE, 0) : List.of(),
        findings);
  }

  private TopicFinding finding(TaxonomyTopic topic, List<Hit> ofTopic, double part, double speaks) {
    double highest = categories.highest(topic.id());
    double margin =
        categories.knows(topic.id()) ? odds.topic(topic.id(), part) - GIVEN : 2 * (part - 1);
    boolean likely =
        margin >= 0
            && (speaks >= 0 || !topic.needsClimate() || highest >= SURE)
            && (TopicTagger.ADJACENT_GROUPS.contains(topic.group())
                || speaks > UNSPOKEN
                || part >= 1);
    // Finding the terms costs more than all the rest.
    List<PassageEvidence> passages =
        likely ? categories.evidence(topic.id(), Math.max(EVIDENT, highest - FAINTER)) : List.of();
    boolean given =
        likely && (!passages.isEmpty() || ofTopic.stream().anyMatch(hit -> !hit.inTitle()));
    double score = Weighing.rounded(CategorizedArticle.logistic(margin));
    return new TopicFinding(topic.id(), score, given, ofTopic, passages);
  }

  private Climate climate(double speaks, double adjacent) {
    double score = Weighing.rounded(CategorizedArticle.logistic(speaks));
    if (speaks < 0) {
      return new Climate(adjacent >= 0 ? ClimateGrade.ADJACENT : ClimateGrade.NONE, score);
    }
    return new Climate(odds.main() >= 0 ? ClimateGrade.MAIN : ClimateGrade.MENTION, score);
  }
}
