package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.models.topics.ParagraphCategorizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Features for the verdict on a whole article: the categorizer's results for its passages, what the
 * lexicon found, and its length. The more passages there are, the likelier it is that one is
 * categorized wrongly. The first passage tends to show an article's main subject. An article that
 * mentions climate change mostly does so in an unambiguous phrase. {@link VerdictWeights} has the
 * weight of each feature, by the names used here. For one article and one thread. The limits were
 * tuned on the texts that docs/studies/labels-of-real-pages.md lists.
 */
public final class ArticleFeatures {

  /** The weight from which a phrase alone shows that climate change is mentioned. */
  private static final double STRONG = 2.4;

  /** Limit of the absolute value of a passage's log odds. */
  private static final double LIMIT = 8;

  /** Maximum of {@link #doublings}. Longer articles are treated alike. */
  private static final double LONG = 5;

  /**
   * Maximum for what the lexicon found, as the logarithm of a mass or as a multiple of the mass
   * that is enough.
   */
  private static final double MUCH = 3;

  /** Words of the shortest text that is more than a sentence. */
  private static final int SENTENCE = 25;

  private final Taxonomy taxonomy;
  private final LexiconHits hits;
  private final CategorizedArticle categories;
  private final double doublings;
  private final double climateMass;
  private final List<Hit> phrases;
  private final double sentence;

  /** The evidence for each topic, in the order of the taxonomy. */
  private final List<TopicStrength> strengths = new ArrayList<>();

  private final TopicStrength nearest;
  private final TopicStrength nearestAdjacent;

  public ArticleFeatures(Taxonomy taxonomy, LexiconHits hits, CategorizedArticle categories) {
    this.taxonomy = taxonomy;
    this.hits = hits;
    this.categories = categories;
    this.doublings =
        Math.min(LONG, StrictMath.log(Math.max(1, categories.passages())) / StrictMath.log(2));
    this.climateMass =
        Math.min(MUCH, StrictMath.log1p(Weighing.mass(hits.climate(), hits.words())));
    this.phrases =
        hits.climate().stream().filter(h -> h.weight() >= STRONG && !h.inTitle()).toList();
    this.sentence = hits.words() < SENTENCE ? 1 : 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      strengths.add(strength(taxonomy.topics().get(i), hits.topics().get(i)));
    }
    this.nearest = nearest(topic -> true);
    this.nearestAdjacent = nearest(topic -> TopicTagger.ADJACENT_GROUPS.contains(topic.group()));
  }

  /**
   * The evidence for a topic.
   *
   * @param odds the highest log odds of a passage
   * @param mean the mean log odds, weighted by words
   * @param part what the lexicon found, as a multiple of what is enough for this length
   */
  public record TopicStrength(double odds, double mean, double part) {}

  private TopicStrength strength(TaxonomyTopic topic, List<Hit> ofTopic) {
    double part = Weighing.mass(ofTopic, hits.words()) / Weighing.enough(hits.words());
    return new TopicStrength(categories.highest(topic.id()), mean(topic.id()), part);
  }

  /**
   * The strongest evidence among some topics. Each figure is the highest of any of them. Topics
   * that an editor added do not count, because the weights were fitted without them.
   */
  private TopicStrength nearest(Predicate<TaxonomyTopic> counted) {
    double odds = Double.NEGATIVE_INFINITY;
    double mean = Double.NEGATIVE_INFINITY;
    double part = 0;
    for (int i = 0; i < strengths.size(); i++) {
      TaxonomyTopic topic = taxonomy.topics().get(i);
      if (counted.test(topic) && categories.knows(topic.id())) {
        odds = Math.max(odds, strengths.get(i).odds());
        mean = Math.max(mean, strengths.get(i).mean());
        part = Math.max(part, strengths.get(i).part());
      }
    }
    return new TopicStrength(odds, mean, part);
  }

  /** The evidence for the topic with an index in the taxonomy. */
  public TopicStrength strength(int index) {
    return strengths.get(index);
  }

  /** The strongest evidence for any topic that the categorizer knows. */
  TopicStrength nearest() {
    return nearest;
  }

  /** The strongest evidence for any topic that is close to climate change without mentioning it. */
  TopicStrength nearestAdjacent() {
    return nearestAdjacent;
  }

  /** Binary logarithm of the number of passages, at most {@link #LONG}. */
  double doublings() {
    return doublings;
  }

  /** The features for whether the article mentions climate change. */
  public Map<String, Double> climate() {
    double highest = highest(ParagraphCategorizer.CLIMATE);
    double phrase = phrases.isEmpty() ? 0 : 1;
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("highest", highest);
    features.put("highest*doublings", highest * doublings);
    features.put("second-highest", second(ParagraphCategorizer.CLIMATE) - highest);
    features.put("mean", mean(ParagraphCategorizer.CLIMATE));
    features.put("first", first(ParagraphCategorizer.CLIMATE));
    features.put("terms", climateMass);
    features.put("doublings", doublings);
    features.put("phrase", phrase);
    features.put("phrase*doublings", phrase * doublings);
    features.put("phrase in a likely passage", phraseInLikelyPassage());
    features.put("sentence", sentence);
    features.put("sentence without a term", isUnnamedSentence() ? 1.0 : 0);
    return features;
  }

  /** Whether the text is no longer than a sentence and has no term about climate change. */
  boolean isUnnamedSentence() {
    return sentence > 0 && hits.climate().isEmpty();
  }

  private double phraseInLikelyPassage() {
    return phrases.stream()
            .anyMatch(p -> categories.oddsAt(p.start(), ParagraphCategorizer.CLIMATE) > 0)
        ? 1
        : 0;
  }

  /** The features for whether an article that mentions climate change is about it. */
  public Map<String, Double> main() {
    double mean = mean(ParagraphCategorizer.MAIN);
    double share = categories.share(ParagraphCategorizer.CLIMATE);
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("mean", mean);
    features.put("mean*doublings", mean * doublings);
    features.put("first", first(ParagraphCategorizer.MAIN));
    features.put("highest", highest(ParagraphCategorizer.MAIN));
    features.put("share of climate", share);
    features.put("share of climate*doublings", share * doublings);
    features.put("terms", climateMass);
    features.put("terms in a short text", climateMass * Math.max(0, 1 - doublings / 2));
    features.put("phrase in a sentence", phrases.isEmpty() ? 0 : sentence);
    features.put("doublings", doublings);
    return features;
  }

  /** The features for whether an article that does not mention climate change is adjacent to it. */
  public Map<String, Double> adjacent() {
    double highest = highest(ParagraphCategorizer.RELATED);
    double mean = mean(ParagraphCategorizer.RELATED);
    double part = Math.min(MUCH, nearestAdjacent.part());
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("highest", highest);
    features.put("highest*doublings", highest * doublings);
    features.put("first", first(ParagraphCategorizer.RELATED));
    features.put("mean", mean);
    features.put("mean*doublings", mean * doublings);
    features.put("nearest topic", limited(nearestAdjacent.odds()));
    features.put("terms", part);
    features.put("terms*doublings", part * doublings);
    features.put("doublings", doublings);
    features.put("sentence", sentence);
    return features;
  }

  /**
   * The features for whether the article is about a topic that the categorizer knows. If the
   * article probably mentions climate change, the features also compare the topic with the
   * strongest topic.
   *
   * @param index of the topic in the taxonomy
   * @param speaks the log odds that climate change is mentioned
   * @param close the log odds that the article is adjacent, if climate change is not mentioned
   */
  public Map<String, Double> topic(int index, double speaks, double close) {
    String id = taxonomy.topics().get(index).id();
    boolean needsClimate = taxonomy.topics().get(index).needsClimate();
    double highest = limited(strengths.get(index).odds());
    double mean = strengths.get(index).mean();
    double part = Math.min(MUCH, strengths.get(index).part());
    boolean spoken = speaks >= 0;
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("highest", highest);
    features.put("highest*doublings", highest * doublings);
    features.put("second-highest", second(id) - highest);
    features.put("first", first(id));
    features.put("mean", mean);
    features.put("mean*doublings", mean * doublings);
    features.put("terms", part);
    features.put("terms*doublings", part * doublings);
    features.put("related", highest(ParagraphCategorizer.RELATED));
    features.put("doublings", doublings);
    features.put("sentence", sentence);
    features.put("climate", limited(speaks));
    features.put("climate more likely than not", spoken ? 1.0 : 0);
    features.put("close", spoken ? 0 : limited(close));
    features.put("needs climate", needsClimate ? 1.0 : 0);
    features.put("needs climate*climate", needsClimate ? limited(speaks) : 0);
    features.put("highest-nearest", spoken ? highest - limited(nearest.odds()) : 0);
    features.put("mean-nearest", spoken ? mean - nearest.mean() : 0);
    features.put("terms-nearest", spoken ? part - Math.min(MUCH, nearest.part()) : 0);
    return features;
  }

  private double highest(String category) {
    return limited(categories.highest(category));
  }

  private double second(String category) {
    return limited(categories.second(category));
  }

  private double first(String category) {
    return categories.passages() == 0 ? -LIMIT : limited(categories.odds(0, category));
  }

  /** The mean log odds of a category, weighted by words. */
  private double mean(String category) {
    return categories.mean(category, LIMIT);
  }

  private static double limited(double odds) {
    return Math.max(-LIMIT, Math.min(LIMIT, odds));
  }
}
