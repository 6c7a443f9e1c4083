package io.keeling.models.names.features;

import java.util.List;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Adds the clusters of a word and of two neighbours on either side as features, alone and in pairs.
 * Each thread needs its own.
 */
final class ClusterFeatures implements AdaptiveFeatureGenerator {

  /** Number of neighbours on either side: OpenNLP's default for words. */
  private static final int WINDOW = 2;

  private final WordClusters clusters;
  private String[] sentence = {};
  private int[][] found = {};
  private String[] coarse = {};
  private String[] shapes = {};

  ClusterFeatures(WordClusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public void createFeatures(List<String> features, String[] tokens, int index, String[] outcomes) {
    if (tokens != sentence) {
      lookUp(tokens);
    }
    int first = Math.max(0, index - WINDOW);
    int last = Math.min(tokens.length - 1, index + WINDOW);
    for (int i = first; i <= last; i++) {
      add(features, found[i], i - index);
    }
    String here = coarse[index];
    String shape = shapes[index];
    features.add("kcs=" + here + "," + shape);
    if (index > 0) {
      features.add("kb-1=" + coarse[index - 1] + "," + here + "," + shape);
      String before = outcomes != null && index - 1 < outcomes.length ? outcomes[index - 1] : null;
      if (before != null) {
        features.add("kpo=" + before + "," + here);
      }
    }
    if (index + 1 < tokens.length) {
      features.add("kb+1=" + here + "," + coarse[index + 1] + "," + shape);
    }
  }

  /** Adds the clusters of a word as features of another word at a distance from it. */
  static void add(List<String> features, int @Nullable [] pair, int distance) {
    if (pair != null) {
      features.add("k" + distance + "g0=" + pair[0]);
      features.add("k" + distance + "g1=" + pair[1]);
    } else if (distance == 0) {
      features.add("k0none");
    }
  }

  /** Returns the name of the coarse cluster in features of pairs. */
  static String name(int @Nullable [] pair) {
    return pair == null ? "-" : Integer.toString(pair[0]);
  }

  private void lookUp(String[] tokens) {
    sentence = tokens;
    found = new int[tokens.length][];
    coarse = new String[tokens.length];
    shapes = new String[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      int[] pair = clusters.of(tokens[i]);
      found[i] = pair;
      coarse[i] = name(pair);
      shapes[i] = FeatureGeneratorUtil.tokenFeature(tokens[i]);
    }
  }
}
