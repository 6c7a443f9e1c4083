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

  /** From these log odds on climate change is taken to be spoken of. */
  private static final double SPOKEN = -1;

  /** From these on a text is taken to be close to our field. */
  private static final double CLOSE = -1.5;

  /** A topic is given from these log odds on: F1 is highest for a limit below even odds. */
  private static final double GIVEN = -2.0;

  /**
   * What each doubling of the passages asks more for a topic: the more there are, the more likely
   * is one of them mistaken.
   */
  private static final double GIVEN_DOUBLED = 0.04;

  /** What a text of a single passage needs more to get a topic. */
  private static final double GIVEN_BRIEF = 1.25;

  /** An article with a topic of these log odds is close to our field, whatever else it is about. */
  private static final double SURE = -0.5;

  /** What a text of a single passage needs more to be close to our field. */
  private static final double CLOSE_BRIEF = 1;

  /** From these log odds on a passage is evidence for a topic. */
  private static final double EVIDENT = -2;

  /** A passage with log odds lower by so much than those of the surest is no evidence beside it. */
  private static final double FAINTER = 3;

  /**
   * What is asked more of a sentence without a term of climate change: sentences that speak of it
   * so are far rarer in the world than in our corpus.
   */
  private static final double UNNAMED = 3.5;

  private final Taxonomy taxonomy;
  private final OwnTerms ownTerms;
  private final VerdictWeights weights;
  private final LexiconHits hits;
  private final CategorizedArticle categories;
  private final ArticleFeatures features;
  private final double climate;
  private final double speaks;
  private final double close;
  private final boolean brief;

  /** The log odds of each topic that the categorizer knows, in the order of the taxonomy. */
  private final double[] odds;

  private final ClimateGrade grade;

  JointVerdict(
      Taxonomy taxonomy,
      OwnTerms ownTerms,
      VerdictWeights weights,
      LexiconHits hits,
      CategorizedArticle categories) {
    this.taxonomy = taxonomy;
    this.ownTerms = ownTerms;
    this.weights = weights;
    this.hits = hits;
    this.categories = categories;
    this.features = new ArticleFeatures(taxonomy, hits, categories);
    this.climate = weights.odds(VerdictWeights.CLIMATE, features.climate());
    this.speaks = climate - (features.isUnnamedSentence() ? UNNAMED : 0);
    this.close = weights.odds(VerdictWeights.ADJACENT, features.adjacent());
    this.brief = categories.passages() <= 1;
    this.odds = odds();
    this.grade = grade();
  }

  TopicTagging tagging() {
    List<TopicFinding> findings = new ArrayList<>();
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      List<Hit> ofTopic = hits.topics().get(i);
      TopicFinding finding = finding(i, ofTopic);
      if (finding.given() || !ofTopic.isEmpty()) {
        findings.add(finding);
      }
    }
    return new TopicTagging(
        new Climate(grade, Weighing.rounded(CategorizedArticle.logistic(speaks))),
        hits.climate(),
        isSpokenOf() ? categories.evidence(ParagraphCategorizer.CLIMATE, 0) : List.of(),
        findings);
  }

  private TopicFinding finding(int index, List<Hit> ofTopic) {
    TaxonomyTopic topic = taxonomy.topics().get(index);
    double own = ownMargin(index);
    // What an editor added has no grade to fit to.
    boolean fits = grade != ClimateGrade.NONE || own >= 0;
    double margin = categories.knows(topic.id()) ? Math.max(own, margin(index)) : own;
    // Finding the terms costs more than all the rest.
    List<PassageEvidence> passages =
        margin >= 0 && fits && (!topic.needsClimate() || isSpokenOf())
            ? categories.evidence(
                topic.id(), Math.max(EVIDENT, categories.highest(topic.id()) - FAINTER))
            : List.of();
    boolean evident = !passages.isEmpty() || ofTopic.stream().anyMatch(hit -> !hit.inTitle());
    double score = Weighing.rounded(CategorizedArticle.logistic(margin));
    return new TopicFinding(topic.id(), score, margin >= 0 && fits && evident, ofTopic, passages);
  }

  /** By how much the log odds of a topic are beyond what gives it. */
  private double margin(int index) {
    return odds[index] - (GIVEN + features.doublings() * GIVEN_DOUBLED + (brief ? GIVEN_BRIEF : 0));
  }

  /**
   * The same by the terms alone that the model did not learn with, as much as there are of them.
   */
  private double ownMargin(int index) {
    TaxonomyTopic topic = taxonomy.topics().get(index);
    List<Hit> own = ownTerms.among(hits.topics().get(index), topic.id());
    if (own.isEmpty() || (topic.needsClimate() && !isSpokenOf())) {
      return Double.NEGATIVE_INFINITY;
    }
    return 2 * (Weighing.mass(own, hits.words()) / Weighing.enough(hits.words()) - 1);
  }

  /** One that the categorizer does not know has none. */
  private double[] odds() {
    double[] odds = new double[taxonomy.topics().size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] =
          categories.knows(taxonomy.topics().get(i).id())
              ? weights.odds(VerdictWeights.TOPIC, features.topic(i, climate, close))
              : Double.NEGATIVE_INFINITY;
    }
    return odds;
  }

  private boolean isSpokenOf() {
    return speaks >= SPOKEN;
  }

  private ClimateGrade grade() {
    if (isSpokenOf()) {
      boolean main = weights.odds(VerdictWeights.MAIN, features.main()) >= 0;
      return main ? ClimateGrade.MAIN : ClimateGrade.MENTION;
    }
    double more = brief ? CLOSE_BRIEF : 0;
    return close >= CLOSE + more || surest() >= SURE + more
        ? ClimateGrade.ADJACENT
        : ClimateGrade.NONE;
  }

  /** The highest log odds of a topic that counts where climate change is not spoken of. */
  private double surest() {
    double surest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < odds.length; i++) {
      if (!taxonomy.topics().get(i).needsClimate()) {
        surest = Math.max(surest, odds[i]);
      }
    }
    return surest;
  }
}
