package io.keeling.models.topics;

import io.keeling.models.files.FeatureTable;
import io.keeling.models.text.KeptWords;
import io.keeling.models.text.KnownPairs;
import io.keeling.models.topics.ParagraphFeatures.Feature;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Computes how likely a paragraph of English news is about each topic and mentions climate change.
 * Categories are independent: a paragraph may be about several topics or none.
 *
 * <p>OpenNLP's categorizer splits a total of 1 among its categories. The model has a category
 * {@link #NOTHING} without features. The share of any other category, compared with that of {@code
 * NOTHING} alone, follows a logistic model whose log odds are the sum of the weights of the
 * features. This class computes the sum from cached weights of each word, which is several times as
 * fast. It adds the log odds of a logistic regression on word vectors: the features cover only the
 * words of the training data, the vectors also similar words.
 *
 * <p>Thread-safe.
 */
public final class ParagraphCategorizer {

  /** The category with which all other categories are compared. */
  public static final String NOTHING = "-";

  /** The category of paragraphs that mention climate change, as their subject or in passing. */
  public static final String CLIMATE = "grade:climate";

  /** The category of paragraphs that are about climate change. */
  public static final String MAIN = "grade:main";

  /**
   * The category of paragraphs on weather, energy, nature or climate: all paragraphs except
   * unrelated ones.
   */
  public static final String RELATED = "grade:related";

  private final TopicModel model;
  private final Map<String, Integer> categories = new HashMap<>();
  private final FeatureTable weights;
  private final KnownPairs pairs;
  private final KeptWords<TopicWord> kept = new KeptWords<>();

  /** Weights of the logistic regression of each category, by category index. */
  private final double[][] heads;

  public ParagraphCategorizer(TopicModel model) {
    this.model = model;
    AbstractModel classifier = (AbstractModel) model.model().getMaxentModel();
    this.weights = FeatureTable.of(classifier);
    this.pairs = new KnownPairs(weights.names(), f -> f.startsWith(ParagraphFeatures.OF_PAIR));
    for (int i = 0; i < classifier.getNumOutcomes(); i++) {
      categories.put(classifier.getOutcome(i), i);
    }
    this.heads = new double[categories.size()][];
    categories.forEach((name, index) -> heads[index] = model.heads().weights(name));
  }

  /**
   * Returns the index of a category in the result of {@link #categorize}; -1 if the model does not
   * have the category.
   */
  public int category(String name) {
    return categories.getOrDefault(name, -1);
  }

  /**
   * Returns the log odds of each category, by its index. Above 0, the category is more likely than
   * not.
   *
   * @param words the paragraph's words as they are written, without punctuation
   * @param lexicon the lexicon's score of each topic, by topic id
   */
  public double[] categorize(String[] words, Map<String, Double> lexicon) {
    double[] odds = new double[categories.size()];
    double[] direction = new double[model.vectors().dimensions()];
    // Each feature is added at most once.
    PlaceSet counted = new PlaceSet();
    add(weights.find(ParagraphFeatures.ALWAYS), counted, odds);
    PorterStemmer stemmer = new PorterStemmer();
    TopicWord before = null;
    for (String text : words) {
      TopicWord word = kept.get(text, w -> known(stemmer, w));
      add(word.ofStem(), counted, odds);
      if (before != null) {
        add(ofPair(before.stem(), word.stem()), counted, odds);
      }
      add(word.ofCluster(), counted, odds);
      model.vectors().add(word.rows(), direction);
      before = word;
    }
    lexicon.forEach(
        (topic, mass) ->
            ParagraphFeatures.steps(topic, mass)
                .forEach(step -> add(weights.find(step), counted, odds)));
    WordVectors.normalize(direction);
    for (int i = 0; i < odds.length; i++) {
      odds[i] += VectorHeads.odds(heads[i], direction);
    }
    return odds;
  }

  private TopicWord known(PorterStemmer stemmer, String word) {
    String stem = ParagraphFeatures.stem(stemmer, word);
    String cluster = ParagraphFeatures.cluster(model.clusters(), word);
    return new TopicWord(
        stem,
        weights.find(ParagraphFeatures.OF_STEM + stem),
        cluster == null ? FeatureTable.UNKNOWN : weights.find(cluster),
        model.vectors().rows(word));
  }

  private int ofPair(String before, String stem) {
    return pairs.mayHold(ParagraphFeatures.hashOfPair(before, stem))
        ? weights.find(ParagraphFeatures.pair(before, stem))
        : FeatureTable.UNKNOWN;
  }

  private void add(int feature, PlaceSet counted, double[] sums) {
    if (feature != FeatureTable.UNKNOWN && counted.add(feature)) {
      weights.add(feature, sums);
    }
  }

  /**
   * Returns the words that contributed most to a category, highest contribution first. Includes
   * stop words, which also have weights, only if no other word contributed.
   *
   * @param category the category's index
   * @param most maximum number of words
   */
  public List<Term> strongest(String[] words, Map<String, Double> lexicon, int category, int most) {
    Map<Integer, Double> sums = parts(words, category);
    Set<String> seen = new HashSet<>();
    for (Feature feature : ParagraphFeatures.of(words, extra(lexicon))) {
      if (feature.end() > feature.first() && seen.add(feature.name())) {
        double part = weight(feature.name(), category) / (feature.end() - feature.first());
        for (int i = feature.first(); i < feature.end(); i++) {
          sums.merge(i, part, Double::sum);
        }
      }
    }
    sums.values().removeIf(part -> part <= 0);
    boolean tells = sums.keySet().stream().anyMatch(i -> !StopWords.has(words[i]));
    return sums.entrySet().stream()
        .filter(e -> !tells || !StopWords.has(words[e.getKey()]))
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(e -> new Term(e.getKey(), words[e.getKey()], e.getValue()))
        .sorted(Comparator.comparingDouble(Term::weight).reversed())
        .toList();
  }

  /** Returns the contribution of each word's vector to the odds. */
  private Map<Integer, Double> parts(String[] words, int category) {
    WordVectors vectors = model.vectors();
    double[] sum = new double[vectors.dimensions()];
    Map<Integer, Double> parts = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      double[] vector = new double[vectors.dimensions()];
      vectors.add(words[i], vector);
      vectors.add(words[i], sum);
      parts.put(i, VectorHeads.part(heads[category], vector));
    }
    double length = Math.max(WordVectors.length(sum), Double.MIN_NORMAL);
    parts.replaceAll((i, part) -> part / length);
    return parts;
  }

  private Map<String, Object> extra(Map<String, Double> lexicon) {
    return Map.of(ParagraphFeatures.CLUSTERS, model.clusters(), ParagraphFeatures.LEXICON, lexicon);
  }

  private double weight(String feature, int category) {
    return weights.weightFor(weights.find(feature), category);
  }

  /**
   * A word that contributed to a category.
   *
   * @param index index of the word in the paragraph
   * @param word as it is written
   * @param weight the word's part of the log odds
   */
  public record Term(int index, String word, double weight) {}
}
