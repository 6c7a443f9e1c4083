package io.keeling.models.topics;

import io.keeling.models.names.features.WordClusters;
import io.keeling.models.text.KnownPairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * The features of a paragraph: stems of words (M. F. Porter, "An algorithm for suffix stripping",
 * 1980), pairs of neighbouring stems, clusters of similar words, and the lexicon's score of each
 * topic. Each counts once, however often it occurs. All numbers count as one word.
 *
 * <p>OpenNLP creates it by class name when it reads a model. Stateless and thread-safe.
 */
public final class ParagraphFeatures implements FeatureGenerator {

  /** Key of a {@link WordClusters} in the extra information of {@link #extractFeatures}. */
  public static final String CLUSTERS = "clusters";

  /** Key of a map from topic id to the lexicon's score. */
  public static final String LEXICON = "lexicon";

  /** A feature that every paragraph has. */
  public static final String ALWAYS = "one";

  /** Prefix of features that are a word's stem. */
  static final String OF_STEM = "w=";

  static final String OF_PAIR = "b=";

  /** Prefix of features of the lexicon's scores. */
  static final String OF_LEXICON = "x=";

  /**
   * Thresholds of the lexicon's score. A score has a feature for each threshold that it reaches.
   */
  private static final double[] STEPS = {0.9, 1.8, 2.8, 4.5, 7};

  /**
   * Longest word to be stemmed, in UTF-16 code units. The stemmer recurses for each "y" in a row,
   * so longer words are left unchanged.
   */
  private static final int LONGEST_STEMMED = 60;

  private static final String BETWEEN = " ";
  private static final String NUMBER = "#";

  @Override
  public Collection<String> extractFeatures(String[] text, Map<String, Object> extra) {
    Set<String> features = new LinkedHashSet<>(text.length * 5);
    for (Feature feature : of(text, extra)) {
      features.add(feature.name());
    }
    return features;
  }

  /** Returns the features with the words that they come from, in the order of the words. */
  static List<Feature> of(String[] words, Map<String, Object> extra) {
    List<Feature> features = new ArrayList<>(words.length * 4 + 8);
    features.add(new Feature(ALWAYS, 0, 0));
    WordClusters clusters = (WordClusters) extra.get(CLUSTERS);
    PorterStemmer stemmer = new PorterStemmer();
    String before = null;
    for (int i = 0; i < words.length; i++) {
      String stem = stem(stemmer, words[i]);
      features.add(new Feature(OF_STEM + stem, i, i + 1));
      if (before != null) {
        features.add(new Feature(pair(before, stem), i - 1, i + 1));
      }
      String cluster = cluster(clusters, words[i]);
      if (cluster != null) {
        features.add(new Feature(cluster, i, i + 1));
      }
      before = stem;
    }
    if (extra.get(LEXICON) instanceof Map<?, ?> found) {
      found.forEach((topic, mass) -> addSteps(features, topic.toString(), (Double) mass));
    }
    return features;
  }

  /** Returns the feature of two neighbouring stems. */
  static String pair(String before, String stem) {
    return OF_PAIR + before + BETWEEN + stem;
  }

  /** Returns the hash code of {@link #pair} without building its text. */
  static int hashOfPair(String before, String stem) {
    int hash = KnownPairs.hash(KnownPairs.hash(OF_PAIR.hashCode(), before), BETWEEN);
    return KnownPairs.hash(hash, stem);
  }

  /** Returns the feature of a word's cluster; null if the word has no cluster. */
  static @Nullable String cluster(@Nullable WordClusters clusters, String word) {
    int[] pair = clusters == null ? null : clusters.of(word);
    return pair == null ? null : "c=" + pair[1];
  }

  private static void addSteps(List<Feature> features, String topic, double mass) {
    for (String step : steps(topic, mass)) {
      features.add(new Feature(step, 0, 0));
    }
  }

  /** Whether a feature comes from the paragraph's words. */
  public static boolean isOfWords(String feature) {
    return !feature.equals(ALWAYS) && !feature.startsWith(OF_LEXICON);
  }

  /** Returns the features of the lexicon's score for a topic. */
  static List<String> steps(String topic, double mass) {
    List<String> steps = new ArrayList<>();
    for (double step : STEPS) {
      if (mass >= step) {
        steps.add(OF_LEXICON + topic + ">" + step);
      }
    }
    return steps;
  }

  static String stem(PorterStemmer stemmer, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (Character.isDigit(lower.charAt(0))) {
      return lower.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',')
          ? NUMBER
          : NUMBER + lower.replaceAll("[0-9.,]+", "");
    }
    return lower.length() > LONGEST_STEMMED ? lower : stemmer.stem(lower);
  }

  /** A feature, and its words from first to just before end; 0 and 0 if it comes from no words. */
  record Feature(String name, int first, int end) {}
}
