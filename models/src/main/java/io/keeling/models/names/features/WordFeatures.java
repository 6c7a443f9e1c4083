package io.keeling.models.names.features;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import opennlp.tools.util.featuregen.PrefixFeatureGenerator;
import opennlp.tools.util.featuregen.SuffixFeatureGenerator;
import opennlp.tools.util.featuregen.TokenClassFeatureGenerator;
import opennlp.tools.util.featuregen.TokenFeatureGenerator;
import opennlp.tools.util.featuregen.TokenPatternFeatureGenerator;

/**
 * The features of {@code name-features.xml} that depend on a single word, both for the word itself
 * and for its neighbours. As they do not depend on the context, they can be cached by word.
 *
 * <p>Not thread-safe.
 */
public final class WordFeatures {

  /** The shapes of words by their names in features; see {@link #shape(String)}. */
  public static final List<String> SHAPES =
      List.of(
          "lc", "ic", "other", "ac", "sc", "cp", "2d", "4d", "an", "dd", "ds", "dc", "dp", "num",
          "jah", "jak");

  /** Number of words on either side that get features from a word: OpenNLP's default. */
  public static final int WINDOW = 2;

  /** Length of the longest prefix and suffix that are features, in letters: OpenNLP's default. */
  private static final int AFFIX = 4;

  private final AdaptiveFeatureGenerator kind = new TokenClassFeatureGenerator(true);
  private final AdaptiveFeatureGenerator token = new TokenFeatureGenerator(true);
  private final AdaptiveFeatureGenerator pattern = new TokenPatternFeatureGenerator();

  private final AdaptiveFeatureGenerator prefix = new PrefixFeatureGenerator(AFFIX);
  private final AdaptiveFeatureGenerator suffix = new SuffixFeatureGenerator(AFFIX);
  private final WordClusters clusters;

  /**
   * @param clusters shared by all threads
   */
  public WordFeatures(WordClusters clusters) {
    this.clusters = clusters;
  }

  /** Returns the name that a word's shape has in features. */
  public static String shape(String word) {
    return FeatureGeneratorUtil.tokenFeature(word);
  }

  /** Returns the name that a word's coarse cluster has in features. */
  public String cluster(String word) {
    return ClusterFeatures.name(clusters.of(word));
  }

  /** Returns the number of coarse clusters, including the cluster of unknown words. */
  public int clusterCount() {
    return clusters.coarse() + 1;
  }

  /** Returns the index of a word's coarse cluster; 0 for unknown words. */
  public int clusterIndex(String word) {
    int[] pair = clusters.of(word);
    return pair == null ? 0 : pair[0] + 1;
  }

  /**
   * Returns the shape of this word as features of another word at a distance from it.
   *
   * @param distance index of this word minus the index of the word that gets the features: -1 if
   *     this word is directly before it
   */
  public List<String> shape(String word, int distance) {
    return windowed(kind, word, distance);
  }

  public List<String> token(String word, int distance) {
    return windowed(token, word, distance);
  }

  /** Returns the parts of a word as features of another word at a distance from it. */
  public List<String> pattern(String word, int distance) {
    return windowed(pattern, word, distance);
  }

  public List<String> affixes(String word) {
    String[] words = {word};
    List<String> features = new ArrayList<>();
    prefix.createFeatures(features, words, 0, words);
    suffix.createFeatures(features, words, 0, words);
    return features;
  }

  /** Returns the clusters of a word as features of another word at a distance from it. */
  public List<String> clusters(String word, int distance) {
    List<String> features = new ArrayList<>();
    ClusterFeatures.add(features, clusters.of(word), distance);
    return features;
  }

  private static List<String> windowed(
      AdaptiveFeatureGenerator generator, String word, int distance) {
    String[] words = {word};
    List<String> features = new ArrayList<>();
    generator.createFeatures(features, words, 0, words);
    if (distance != 0) {
      String mark = distance < 0 ? "p" + -distance : "n" + distance;
      features.replaceAll(feature -> mark + feature);
    }
    return features;
  }
}
