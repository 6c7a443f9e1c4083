package io.keeling.models.names;

import io.keeling.models.names.features.WordFeatures;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A word with the weights of all features that depend on this word alone, in the order of {@code
 * name-features.xml}. Thread-safe.
 */
final class ModelWord {

  private static final int WINDOW = WordFeatures.WINDOW;

  final String text;
  final long[] affixes;

  /** Weights of the word's cluster and shape together. */
  final long[] ofClusterAndShape;

  private final String shape;
  private final String cluster;
  private final int shapeIndex;
  private final int clusterIndex;
  private final FeatureWeights weights;
  private final long[][] shapes;
  private final long[][] tokens;
  private final long[][] patterns;
  private final long[][] clusters;

  private final long[][] clusterAfter;
  private final long[][] shapePairs;

  /**
   * Weights of this cluster and shape with each cluster before it, then with each cluster after it.
   * Filled on first use. Unsynchronized, since all threads write equal values.
   */
  private final long[] @Nullable [] clusterPairs;

  /**
   * Weights for each outcome of the previous word. Filled on first use; all threads write equal
   * values.
   */
  private final long[] @Nullable [] after;

  ModelWord(String text, WordFeatures features, FeatureWeights weights) {
    this.text = text;
    this.weights = weights;
    shape = WordFeatures.shape(text);
    shapeIndex = WordFeatures.SHAPES.indexOf(shape);
    cluster = features.cluster(text).intern();
    affixes = weights.of(features.affixes(text));
    clusterIndex = features.clusterIndex(text);
    String clusterAndShape = cluster + "," + shape;
    ofClusterAndShape = weights.of(List.of("kcs=" + clusterAndShape));
    clusterPairs =
        weights.shared("kb" + clusterAndShape, () -> new long[2 * features.clusterCount()][]);
    shapePairs = weights.shared("shape" + shape, () -> shapePairs(shape));
    shapes = byDistance(WINDOW, d -> weights.of(features.shape(text, d)));
    tokens = byDistance(WINDOW, d -> weights.of(features.token(text, d)));
    patterns = byDistance(1, d -> weights.of(features.pattern(text, d)));
    clusters =
        weights.shared(
            features.clusters(text, 0).toString(),
            () -> byDistance(WINDOW, d -> weights.of(features.clusters(text, d))));
    clusterAfter = weights.shared("kpo" + cluster, () -> afterOutcomes(cluster));
    after = new long[weights.outcomes()][];
  }

  private static long[][] byDistance(int window, IntFunction<long[]> weights) {
    long[][] found = new long[2 * window + 1][];
    for (int distance = -window; distance <= window; distance++) {
      found[distance + window] = weights.apply(distance);
    }
    return found;
  }

  private long[][] afterOutcomes(String cluster) {
    long[][] found = new long[weights.outcomes()][];
    for (int i = 0; i < found.length; i++) {
      found[i] = weights.of(List.of("kpo=" + weights.outcome(i) + "," + cluster));
    }
    return found;
  }

  /** Returns the weights of this shape following each shape, then preceding each shape. */
  private long[][] shapePairs(String shape) {
    List<String> all = WordFeatures.SHAPES;
    long[][] found = new long[2 * all.size()][];
    for (int i = 0; i < all.size(); i++) {
      found[i] = weights.of(List.of("pwc,wc=" + all.get(i) + "," + shape));
      found[all.size() + i] = weights.of(List.of("wc,nc=" + shape + "," + all.get(i)));
    }
    return found;
  }

  /** Returns the weights of this word's shape with that of the word before it. */
  long[] shapeBehind(ModelWord last) {
    return shapePairs[last.shapeIndex];
  }

  /** Returns the weights of this word's shape with that of the word after it. */
  long[] shapeBefore(ModelWord next) {
    return shapePairs[WordFeatures.SHAPES.size() + next.shapeIndex];
  }

  /** Returns the weights of this cluster and shape with the cluster of the word before it. */
  long[] clusterBehind(ModelWord last) {
    long[] found = clusterPairs[last.clusterIndex];
    if (found == null) {
      found = weights.of(List.of("kb-1=" + last.cluster + "," + cluster + "," + shape));
      clusterPairs[last.clusterIndex] = found;
    }
    return found;
  }

  /** Returns the weights of this cluster and shape with the cluster of the word after it. */
  long[] clusterBefore(ModelWord next) {
    int index = clusterPairs.length / 2 + next.clusterIndex;
    long[] found = clusterPairs[index];
    if (found == null) {
      found = weights.of(List.of("kb+1=" + cluster + "," + next.cluster + "," + shape));
      clusterPairs[index] = found;
    }
    return found;
  }

  /**
   * Returns the weights of the shape for the word at a distance before this one, or after it if
   * negative.
   */
  long[] shape(int distance) {
    return shapes[distance + WINDOW];
  }

  /**
   * Returns the weights of the text for the word at a distance before this one, or after it if
   * negative.
   */
  long[] token(int distance) {
    return tokens[distance + WINDOW];
  }

  /**
   * Returns the weights of the word's parts for a neighbouring word: the word before this word if
   * the distance is 1, the word after it if -1.
   */
  long[] pattern(int distance) {
    return patterns[distance + 1];
  }

  /**
   * Returns the weights of the clusters for the word at a distance before this one, or after it if
   * negative.
   */
  long[] clusters(int distance) {
    return clusters[distance + WINDOW];
  }

  /** Returns the weights of the cluster after an outcome of the previous word. */
  long[] clusterAfter(int outcome) {
    return clusterAfter[outcome];
  }

  /**
   * Returns the weights of an outcome of the previous word: alone, with this word, and with this
   * word's shape.
   */
  long[] after(int outcome) {
    long[] found = after[outcome];
    if (found == null) {
      String name = weights.outcome(outcome);
      found =
          weights.of(
              List.of("po=" + name, "pow=" + name + "," + text, "powf=" + name + "," + shape));
      after[outcome] = found;
    }
    return found;
  }
}
