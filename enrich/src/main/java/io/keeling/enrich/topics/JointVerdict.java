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
 * Grade and topics by the lexicon and the categorizer together: {@link ArticleFeatures} weighed by
 * {@link VerdictWeights}. The limits were tuned on the texts that
 * docs/studies/labels-of-real-pages.md lists; docs/studies/fit-of-the-verdict.md has the results of
 * other limits.
 *
 * <p>For one article and one thread.
 */
final class JointVerdict {

  /** The log odds from which climate change counts as mentioned. */
  private static final double SPOKEN = -1;

  /** The log odds from which a text counts as adjacent to climate change. */
  private static final double CLOSE = -1.5;

  /** The log odds from which a topic is given: F1 is highest for a limit below even odds. */
  private static final double GIVEN = -2.0;

  /**
   * How much higher {@link #GIVEN} is for each doubling of the number of passages. The more there
   * are, the likelier it is that one is categorized wrongly.
   */
  private static final double GIVEN_DOUBLED = 0.04;

  /** How much higher {@link #GIVEN} is for a text of a single passage. */
  private static final double GIVEN_BRIEF = 1.25;

  /** The weight from which a term names a topic by itself. */
  private static final double STRONG = 3;

  /** Fewest terms of a topic in a text that names it often. */
  private static final int OFTEN = 4;

  /**
   * How much lower {@link #GIVEN} is for a topic that the text names often. A reader who sees heat
   * waves named four times expects the topic, whatever the article is mainly about.
   */
  private static final double NAMED_OFTEN = 2;

  /** The log odds from which any one topic makes an article adjacent. */
  private static final double SURE = -0.5;

  /** How much higher {@link #CLOSE} is for a text of a single passage. */
  private static final double CLOSE_BRIEF = 1;

  /** The log odds from which a passage is evidence of a topic. */
  private static final double EVIDENT = -2;

  /** How far below the surest passage's log odds another passage's may be for it to be evidence. */
  private static final double FAINTER = 3;

  /**
   * How much higher {@link #SPOKEN} is for a sentence without a term of climate change: sentences
   * that mention it without a term are far rarer in news than in our corpus.
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

  /** The log odds of each topic, in the order of the taxonomy; see {@link #odds()}. */
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

  /** The passages that led to the grade. They are the evidence where the lexicon found no term. */
  private List<PassageEvidence> climateEvidence() {
    return switch (grade) {
      case MAIN, MENTION -> categories.surest(ParagraphCategorizer.CLIMATE);
      case ADJACENT -> categories.surest(ParagraphCategorizer.RELATED);
      case NONE, UNGRADED -> List.of();
    };
  }

  /** The reasons for the grade. Computed only on request, because finding the words takes long. */
  ClimateReasons reasons() {
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.ofOdds("speaks of climate change", speaks, SPOKEN));
    if (isSpokenOf()) {
      measures.add(Measure.ofOdds("is about climate change", main(), 0));
    } else {
      measures.add(
          Measure.ofOdds("is adjacent to climate change", close, CLOSE + more(CLOSE_BRIEF)));
      measures.add(Measure.ofOdds("or has a sure topic", surest(), SURE + more(CLOSE_BRIEF)));
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
    // Topics and terms that an editor added need not fit the grade.
    boolean fits = grade != ClimateGrade.NONE || !known || own >= 0;
    // Finding the terms takes longer than all the rest.
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
        Measure.ofOdds("probability of being the main subject", odds, limit),
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
      // Even so, a topic that the categorizer knows is given if the text has evidence of it.
      withheld.add(WithholdingRule.NEEDS_CLIMATE);
    } else if (margin >= 0 && fits && !evident) {
      withheld.add(WithholdingRule.NO_EVIDENCE);
    }
    return withheld;
  }

  private boolean isAllowed(TaxonomyTopic topic) {
    return !topic.needsClimate() || isSpokenOf();
  }

  /** The log odds from which this article is given a topic with these hits. */
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

  /**
   * Returns how much a limit rises for this text: by {@code forBrief} if it is a single passage, or
   * else by 0.
   */
  private double more(double forBrief) {
    return brief ? forBrief : 0;
  }

  /** The mass of a topic's terms that the model was not trained with. */
  private double ownMass(TaxonomyTopic topic, List<Hit> ofTopic) {
    return Weighing.mass(ownTerms.among(ofTopic, topic.id()), hits.words());
  }

  /** How far the mass of an editor's own terms exceeds the mass that is enough for a topic. */
  private double ownMargin(double mass) {
    return mass == 0 ? Double.NEGATIVE_INFINITY : 2 * (mass / Weighing.enough(hits.words()) - 1);
  }

  /** The log odds of each topic; negative infinity for one that the categorizer does not know. */
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

  /** The highest log odds of a topic that does not need climate change. */
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
