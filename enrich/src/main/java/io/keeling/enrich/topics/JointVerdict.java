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
 * Grade and topics by the lexicon and the categorizer together. A topic is given where the
 * categorizer is sure of a passage, the surer the longer the article, or where the lexicon found
 * enough for it and the categorizer does not rule it out. The figures were chosen on articles of
 * our own, those of the grade by logistic regression, and raised for long articles by what long
 * plain texts and real pages showed; {@code docs/quality.md} says how good they are.
 *
 * <p>For one article and one thread.
 */
final class JointVerdict {

  /** From these log odds on a passage alone gives a short article a topic. */
  private static final double SURE = -1.8;

  /** How much more it takes for each doubling of the number of passages. */
  private static final double SURER = 0.9;

  /** Below these log odds the categorizer rules out what the lexicon found. */
  private static final double RULED_OUT = -4;

  /**
   * How much more of what gives a score of one half by the lexicon alone it takes for each doubling
   * of the number of passages.
   */
  private static final double MORE = 0.25;

  /** Below these log odds of being related to our field a short article is given nothing. */
  private static final double UNRELATED = -4;

  /** How much higher that lies for each doubling of the number of passages. */
  private static final double RELATED = 0.7;

  /**
   * Below these log odds that climate is spoken of, topics that need it are given by nothing but
   * the lexicon.
   */
  private static final double UNSPOKEN = -1.2;

  /** A phrase of this weight says by itself that climate change is spoken of. */
  private static final double STRONG = 2.4;

  /** Unless the passage has log odds below these. */
  private static final double DOUBTFUL = -1;

  /** An article speaks of climate change from these log odds on. */
  private static final double SPEAKS = 1;

  /** An article is about climate change if so much of it is. */
  private static final double MAIN_SHARE = 0.36;

  /** A text of fewer words is a sentence: too little for the categorizer, not for the lexicon. */
  private static final int SENTENCE = 25;

  /** A sentence is about climate change from this score of the lexicon on. */
  private static final double MAIN_SCORE = 0.55;

  /** Log odds beyond these say no more. */
  private static final double LIMIT = 6;

  /** Articles with more passages than two to this are alike. */
  private static final double LONG = 5;

  /** The same for what is said of the whole article. */
  private static final double LONG_ENOUGH = 3;

  /** What an article that speaks of climate by a phrase alone scores at least. */
  private static final double SAID = 0.6;

  private final Taxonomy taxonomy;
  private final LexiconHits hits;
  private final ArticleReading reading;
  private final CategorizedArticle categories;
  private final double doublings;
  private final double related;

  JointVerdict(
      Taxonomy taxonomy, LexiconHits hits, ArticleReading reading, CategorizedArticle categories) {
    this.taxonomy = taxonomy;
    this.hits = hits;
    this.reading = reading;
    this.categories = categories;
    this.doublings = Math.min(LONG, Math.log(Math.max(1, categories.passages())) / Math.log(2));
    this.related = limited(categories.highest(ParagraphCategorizer.RELATED));
  }

  TopicTagging tagging() {
    double speaks = climateOdds();
    boolean said = speaks >= SPEAKS || said();
    List<TopicFinding> findings = new ArrayList<>();
    double nearest = -LIMIT;
    double found = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      TaxonomyTopic topic = taxonomy.topics().get(i);
      List<Hit> ofTopic = hits.topics().get(i);
      double odds = categories.highest(topic.id());
      double part = Weighing.mass(ofTopic, hits.words()) / Weighing.enough(hits.words());
      TopicFinding finding = finding(topic, ofTopic, odds, part, speaks, said);
      if (finding.given() || !ofTopic.isEmpty()) {
        findings.add(finding);
      }
      if (TopicTagger.ADJACENT_GROUPS.contains(topic.group())) {
        nearest = Math.max(nearest, odds);
        found = Math.max(found, part);
      }
    }
    double adjacent = adjacentOdds(Math.min(LIMIT, nearest), Math.min(3, found));
    return new TopicTagging(
        climate(speaks, said, adjacent),
        hits.climate(),
        said ? categories.evidence(ParagraphCategorizer.CLIMATE, 0) : List.of(),
        findings);
  }

  private TopicFinding finding(
      TaxonomyTopic topic,
      List<Hit> ofTopic,
      double odds,
      double part,
      double speaks,
      boolean said) {
    double sure = SURE + SURER * doublings;
    double margin =
        categories.knows(topic.id())
            ? Math.max(odds - sure, Math.min(odds - RULED_OUT, 2 * (part - 1 - MORE * doublings)))
            : 2 * (part - 1);
    boolean likely =
        margin >= 0
            && (related > UNRELATED + RELATED * Math.min(LONG_ENOUGH, doublings)
                || (hits.words() < SENTENCE && part >= 1))
            && (said || !topic.needsClimate() || odds >= sure)
            && (TopicTagger.ADJACENT_GROUPS.contains(topic.group())
                || speaks > UNSPOKEN
                || part >= 1);
    // Finding the terms costs more than all the rest.
    List<PassageEvidence> passages = likely ? categories.evidence(topic.id(), sure) : List.of();
    boolean given =
        likely && (!passages.isEmpty() || ofTopic.stream().anyMatch(hit -> !hit.inTitle()));
    double score = Weighing.rounded(CategorizedArticle.logistic(margin));
    return new TopicFinding(topic.id(), score, given, ofTopic, passages);
  }

  /** The log odds that the article speaks of climate change. */
  private double climateOdds() {
    double mass = Weighing.mass(hits.climate(), hits.words());
    return 0.51
        + 0.477 * limited(categories.highest(ParagraphCategorizer.CLIMATE))
        + 0.09 * related
        + 0.96 * Math.log1p(mass)
        - 1.455 * doublings;
  }

  /** Whether a phrase says so that no other reading is likely for. */
  private boolean said() {
    return hits.climate().stream()
        .filter(hit -> hit.weight() >= STRONG && !hit.inTitle())
        .anyMatch(
            hit ->
                categories.odds(reading.passageAt(hit.start()), ParagraphCategorizer.CLIMATE)
                    > DOUBTFUL);
  }

  /** The log odds that an article that does not speak of climate change is close to our field. */
  private double adjacentOdds(double nearest, double found) {
    return 1.3 + 0.25 * related + 0.44 * nearest + 0.89 * found - 0.95 * doublings;
  }

  private Climate climate(double speaks, boolean said, double adjacent) {
    double score = CategorizedArticle.logistic(speaks);
    if (!said) {
      return new Climate(
          adjacent >= 0 ? ClimateGrade.ADJACENT : ClimateGrade.NONE, Weighing.rounded(score));
    }
    boolean main =
        categories.share(ParagraphCategorizer.MAIN) >= MAIN_SHARE
            || (hits.words() < SENTENCE && lexiconScore() >= MAIN_SCORE);
    return new Climate(
        main ? ClimateGrade.MAIN : ClimateGrade.MENTION, Weighing.rounded(Math.max(score, SAID)));
  }

  private double lexiconScore() {
    return Weighing.climateScore(Weighing.mass(hits.climate(), hits.words()), hits.words());
  }

  private static double limited(double odds) {
    return Math.max(-LIMIT, Math.min(LIMIT, odds));
  }
}
