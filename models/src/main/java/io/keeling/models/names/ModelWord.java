package io.keeling.models.names;

import io.keeling.models.names.features.WordFeatures;
import java.util.List;
import java.util.function.IntFunction;
import opennlp.tools.ml.model.Context;

/**
 * A word with the weights of all features that follow from it alone, in the order in which {@code
 * name-features.xml} names them. For one thread.
 */
final class ModelWord {

  private static final int WINDOW = WordFeatures.WINDOW;

  final String text;
  final String shape;
  final String cluster;
  final Context[] affixes;

  /** The word's cluster with its shape. */
  final Context clusterAndShape;

  private final FeatureWeights weights;
  private final Context[][] shapes;
  private final Context[][] tokens;
  private final Context[][] patterns;
  private final Context[][] clusters;
  private final Context[] afterWord;
  private final Context[] afterShape;
  private final Context[] afterCluster;

  ModelWord(String text, WordFeatures features, FeatureWeights weights) {
    this.text = text;
    this.weights = weights;
    shape = WordFeatures.shape(text);
    cluster = features.cluster(text);
    affixes = weights.of(features.affixes(text));
    clusterAndShape = weights.ofAny("kcs=" + cluster + "," + shape);
    shapes = byDistance(WINDOW, d -> features.shape(text, d));
    tokens = byDistance(WINDOW, d -> features.token(text, d));
    patterns = byDistance(1, d -> features.pattern(text, d));
    clusters = byDistance(WINDOW, d -> features.clusters(text, d));
    afterWord = new Context[weights.outcomes()];
    afterShape = new Context[weights.outcomes()];
    afterCluster = new Context[weights.outcomes()];
  }

  private Context[][] byDistance(int window, IntFunction<List<String>> features) {
    Context[][] found = new Context[2 * window + 1][];
    for (int distance = -window; distance <= window; distance++) {
      found[distance + window] = weights.of(features.apply(distance));
    }
    return found;
  }

  /** Its shape, for the word that is so many words before it, or behind it if negative. */
  Context[] shape(int distance) {
    return shapes[distance + WINDOW];
  }

  /** The word itself, likewise. */
  Context[] token(int distance) {
    return tokens[distance + WINDOW];
  }

  /** What its parts are, likewise; one word far at most. */
  Context[] pattern(int distance) {
    return patterns[distance + 1];
  }

  /** Its clusters, likewise. */
  Context[] clusters(int distance) {
    return clusters[distance + WINDOW];
  }

  /** The word behind an outcome. */
  Context afterWord(int outcome) {
    if (afterWord[outcome] == null) {
      afterWord[outcome] = weights.ofAny("pow=" + weights.outcome(outcome) + "," + text);
    }
    return afterWord[outcome];
  }

  /** Its shape behind an outcome. */
  Context afterShape(int outcome) {
    if (afterShape[outcome] == null) {
      afterShape[outcome] = weights.ofAny("powf=" + weights.outcome(outcome) + "," + shape);
    }
    return afterShape[outcome];
  }

  /** Its cluster behind an outcome. */
  Context afterCluster(int outcome) {
    if (afterCluster[outcome] == null) {
      afterCluster[outcome] = weights.ofAny("kpo=" + weights.outcome(outcome) + "," + cluster);
    }
    return afterCluster[outcome];
  }
}
