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
 * Grade and topics by the lexicon and the categorizer together: what {@link ArticleFeatures} sees,
 * weighed by {@link VerdictWeights}.
 *
 * <p>For one article and one thread.
 */
final class JointVerdict {

  /**
   * A topic is given from these log odds on: F1 is highest for a limit somewhat below even odds.
   */
  private static final double GIVEN = -1.5;

  /** From these log odds on a passage is evidence for a topic. */
  private static final double EVIDENT = -2;

  /** A passage with log odds lower by so much than those of the surest is no evidence beside it. */
  private static final double FAINTER = 3;

  /**
   * What is asked more of a sentence without a term of climate change: sentences that speak of it
   * so are far rarer in the world than in our corpus.
   */
  private static final double UNNAMED = 1.5;

  /**
   * Below these log odds that climate is spoken of, the categorizer alone gives no topic that needs
   * it.
   */
  private static final double UNSPOKEN = -0.3;

  private final Taxonomy taxonomy;
  private final VerdictWeights weights;
  private final LexiconHits hits;
  private final CategorizedArticle categories;
  private final ArticleFeatures features;

  JointVerdict(
      Taxonomy taxonomy, VerdictWeights weights, LexiconHits hits, CategorizedArticle categories) {
    this.taxonomy = taxonomy;
    this.weights = weights;
    this.hits = hits;
    this.categories = categories;
    this.features = new ArticleFeatures(hits, categories);
  }

  TopicTagging tagging() {
    double speaks =
        weights.odds(VerdictWeights.CLIMATE, features.climate())
            - (features.isUnnamedSentence() ? UNNAMED : 0);
    ClimateGrade grade = grade(speaks);
    List<TopicFinding> findings = new ArrayList<>();
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      List<Hit> ofTopic = hits.topics().get(i);
      TopicFinding finding = finding(taxonomy.topics().get(i), ofTopic, speaks, grade);
      if (finding.given() || !ofTopic.isEmpty()) {
        findings.add(finding);
      }
    }
    return new TopicTagging(
        new Climate(grade, Weighing.rounded(CategorizedArticle.logistic(speaks))),
        hits.climate(),
        speaks >= 0 ? categories.evidence(ParagraphCategorizer.CLIMATE, 0) : List.of(),
        findings);
  }

  private TopicFinding finding(
      TaxonomyTopic topic, List<Hit> ofTopic, double speaks, ClimateGrade grade) {
    double margin = margin(topic, features.part(ofTopic), speaks);
    // What the categorizer alone says must fit the grade; what the lexicon found stands for itself.
    boolean fits = grade != ClimateGrade.NONE && (!topic.needsClimate() || speaks >= UNSPOKEN);
    // Finding the terms costs more than all the rest.
    List<PassageEvidence> passages =
        margin >= 0 && fits
            ? categories.evidence(
                topic.id(), Math.max(EVIDENT, categories.highest(topic.id()) - FAINTER))
            : List.of();
    boolean given =
        margin >= 0 && (!passages.isEmpty() || ofTopic.stream().anyMatch(hit -> !hit.inTitle()));
    double score = Weighing.rounded(CategorizedArticle.logistic(margin));
    return new TopicFinding(topic.id(), score, given, ofTopic, passages);
  }

  /** By how much the log odds of a topic are beyond what gives it. */
  private double margin(TaxonomyTopic topic, double part, double speaks) {
    if (!categories.knows(topic.id())) {
      return 2 * ((topic.needsClimate() && speaks < 0 ? 0 : part) - 1);
    }
    return weights.odds(
            VerdictWeights.TOPIC, features.topic(topic.id(), topic.needsClimate(), part, speaks))
        - GIVEN;
  }

  private ClimateGrade grade(double speaks) {
    if (speaks >= 0) {
      boolean main = weights.odds(VerdictWeights.MAIN, features.main()) >= 0;
      return main ? ClimateGrade.MAIN : ClimateGrade.MENTION;
    }
    Nearest nearest = Nearest.of(taxonomy, hits, categories, features);
    double close =
        weights.odds(VerdictWeights.ADJACENT, features.adjacent(nearest.odds(), nearest.part()));
    return close >= 0 ? ClimateGrade.ADJACENT : ClimateGrade.NONE;
  }
}
