package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.models.topics.ParagraphCategorizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Grade and topics by the lexicon and the categorizer together: what {@link ArticleFeatures} sees,
 * weighed by {@link VerdictWeights}. The limits were chosen on the texts that
 * docs/studies/labels-of-real-pages.md lists; docs/studies/fit-of-the-verdict.md has what others
 * give.
 *
 * <p>For one article and one thread.
 */
final class JointVerdict {

  /** The log odds from which on climate change is taken to be spoken of. */
  private static final double SPOKEN = -1;

  /** The log odds from which on a text is taken to be close to our field. */
  private static final double CLOSE = -1.5;

  /** The log odds from which on a topic is given: F1 is highest for a limit below even odds. */
  private static final double GIVEN = -2.0;

  /**
   * How much higher {@link #GIVEN} is for each doubling of the passages: the more there are, the
   * more likely is one of them mistaken.
   */
  private static final double GIVEN_DOUBLED = 0.04;

  /** How much higher {@link #GIVEN} is for a text of a single passage. */
  private static final double GIVEN_BRIEF = 1.25;

  /** The weight from which on a term names a topic by itself. */
  private static final double STRONG = 3;

  /** How many terms of a topic a text must have to name it often. */
  private static final int OFTEN = 4;

  /**
   * How much lower {@link #GIVEN} is for a topic that the text names often: who reads of heat waves
   * four times expects the topic, whatever the article is mainly about.
   */
  private static final double NAMED_OFTEN = 2;

  /** The log odds of a topic that make an article close to our field, whatever else it is about. */
  private static final double SURE = -0.5;

  /** How much higher {@link #CLOSE} is for a text of a single passage. */
  private static final double CLOSE_BRIEF = 1;

  /** The log odds from which on a passage is evidence for a topic. */
  private static final double EVIDENT = -2;

  /**
   * How much lower than those of the surest passage the log odds of another may be for it to be
   * evidence.
   */
  private static final double FAINTER = 3;

  /**
   * How much higher {@link #SPOKEN} is for a sentence without a term of climate change: sentences
   * that speak of it so are far rarer in the world than in our corpus.
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
      if (!finding.withheld().contains(WithholdingRule.BELOW_LIMIT) || !finding.hits().isEmpty()) {
        findings.add(finding);
      }
    }
    return new TopicTagging(
        new Climate(
            grade,
            Weighing.rounded(CategorizedArticle.logistic(speaks)),
            TopicTagging.evidence(isSpokenOf() ? hits.climate() : List.of(), climateEvidence())),
        hits.climate(),
        findings);
  }

  /** The passages that gave the grade, where no term of the lexicon says it better. */
  private List<PassageEvidence> climateEvidence() {
    return switch (grade) {
      case MAIN, MENTION -> categories.surest(ParagraphCategorizer.CLIMATE);
      case ADJACENT -> categories.surest(ParagraphCategorizer.RELATED);
      case NONE, UNGRADED -> List.of();
    };
  }

  /** Why it has its grade: for people who ask, since finding the words takes long. */
  ClimateReasons reasons() {
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.ofOdds("speaks of climate change", speaks, SPOKEN));
    if (isSpokenOf()) {
      measures.add(Measure.ofOdds("is about climate change", main(), 0));
    } else {
      measures.add(Measure.ofOdds("is close to our field", close, CLOSE + more(CLOSE_BRIEF)));
      measures.add(
          Measure.ofOdds("or has a topic that is sure", surest(), SURE + more(CLOSE_BRIEF)));
    }
    return new ClimateReasons(
        measures,
        categories.surest(ParagraphCategorizer.CLIMATE),
        isSpokenOf() ? List.of() : categories.surest(ParagraphCategorizer.RELATED));
  }

  private TopicFinding finding(int index, List<Hit> ofTopic) {
    TaxonomyTopic topic = taxonomy.topics().get(index);
    boolean known = categories.knows(topic.id());
    double ownMass = ownMass(topic, ofTopic);
    double own = isAllowed(topic) ? ownMargin(ownMass) : Double.NEGATIVE_INFINITY;
    double limit = limit(ofTopic);
    double margin = Math.max(own, known ? odds[index] - limit : own);
    List<Hit> mentioning = TopicMentions.inText(hits.mentions().get(index));
    if (margin < 0 && !mentioning.isEmpty()) {
      return mention(topic, mentioning, odds[index], limit);
    }
    // What an editor added has no grade to fit to.
    boolean fits = grade != ClimateGrade.NONE || !known || own >= 0;
    // Finding the terms costs more than all the rest.
    List<PassageEvidence> passages =
        margin >= 0 && fits && isAllowed(topic)
            ? categories.evidence(
                topic.id(), Math.max(EVIDENT, categories.highest(topic.id()) - FAINTER))
            : List.of();
    boolean evident = !passages.isEmpty() || ofTopic.stream().anyMatch(hit -> !hit.inTitle());
    double score = Weighing.rounded(CategorizedArticle.logistic(margin));
    List<WithholdingRule> withheld = withheld(topic, margin, fits, evident);
    Measure measure =
        known && margin > own
            ? Measure.ofOdds("probability", odds[index], limit)
            : Measure.of("weight of its terms", ownMass, Weighing.enough(hits.words()));
    return new TopicFinding(
        topic.id(), TopicGrade.MAIN, score, withheld, measure, ofTopic, passages);
  }

  private TopicFinding mention(
      TaxonomyTopic topic, List<Hit> mentioning, double odds, double limit) {
    List<WithholdingRule> withheld = new ArrayList<>(0);
    if (!TopicMentions.fit(grade, mentioning)) {
      withheld.add(WithholdingRule.OUT_OF_FIELD);
    }
    if (!isAllowed(topic)) {
      withheld.add(WithholdingRule.NEEDS_CLIMATE);
    }
    return new TopicFinding(
        topic.id(),
        TopicGrade.MENTION,
        TopicMentions.SCORE,
        withheld,
        Measure.ofOdds("probability that it is about it", odds, limit),
        mentioning,
        List.of());
  }

  private List<WithholdingRule> withheld(
      TaxonomyTopic topic, double margin, boolean fits, boolean evident) {
    List<WithholdingRule> withheld = new ArrayList<>(0);
    if (margin < 0) {
      withheld.add(WithholdingRule.BELOW_LIMIT);
    }
    if (!fits) {
      withheld.add(WithholdingRule.OUT_OF_FIELD);
    }
    if (!isAllowed(topic) && (!evident || !categories.knows(topic.id()))) {
      // A topic that the categorizer knows may have been told by its terms all the same.
      withheld.add(WithholdingRule.NEEDS_CLIMATE);
    } else if (margin >= 0 && fits && !evident) {
      withheld.add(WithholdingRule.NO_EVIDENCE);
    }
    return withheld;
  }

  private boolean isAllowed(TaxonomyTopic topic) {
    return !topic.needsClimate() || isSpokenOf();
  }

  /** The log odds from which on this article gets a topic that has these hits. */
  private double limit(List<Hit> ofTopic) {
    return GIVEN
        + features.doublings() * GIVEN_DOUBLED
        + more(GIVEN_BRIEF)
        - (isNamedOften(ofTopic) ? NAMED_OFTEN : 0);
  }

  private static boolean isNamedOften(List<Hit> ofTopic) {
    return ofTopic.stream()
            .filter(hit -> !hit.inTitle() && hit.weight() >= STRONG)
            .limit(OFTEN)
            .count()
        == OFTEN;
  }

  /** What a text of a single passage needs more; others nothing. */
  private double more(double forBrief) {
    return brief ? forBrief : 0;
  }

  /** How much the terms of a topic weigh that the model did not learn with. */
  private double ownMass(TaxonomyTopic topic, List<Hit> ofTopic) {
    return Weighing.mass(ownTerms.among(ofTopic, topic.id()), hits.words());
  }

  /** How far these terms alone are beyond what gives a topic. */
  private double ownMargin(double mass) {
    return mass == 0 ? Double.NEGATIVE_INFINITY : 2 * (mass / Weighing.enough(hits.words()) - 1);
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
      return main() >= 0 ? ClimateGrade.MAIN : ClimateGrade.MENTION;
    }
    double more = more(CLOSE_BRIEF);
    return close >= CLOSE + more || surest() >= SURE + more
        ? ClimateGrade.ADJACENT
        : ClimateGrade.NONE;
  }

  private double main() {
    return weights.odds(VerdictWeights.MAIN, features.main());
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
