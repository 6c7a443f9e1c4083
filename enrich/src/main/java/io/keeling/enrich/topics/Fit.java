package io.keeling.enrich.topics;

import io.keeling.models.training.LogisticRegression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One question with the features of texts and their answers, to fit what each feature counts. Not
 * for sharing between threads.
 */
final class Fit {

  /** The cost of a squared weight, of features that vary by 1. */
  private static final double L2 = 0.5;

  private static final int ITERATIONS = 300;

  private final List<String> names = new ArrayList<>();
  private final List<double[]> vectors = new ArrayList<>();
  private final List<Boolean> answers = new ArrayList<>();
  private final List<Double> counts = new ArrayList<>();

  /**
   * Adds a text.
   *
   * @param features the same ones in the same order for all
   * @param count for how many texts it counts
   */
  void add(Map<String, Double> features, boolean answer, double count) {
    if (names.isEmpty()) {
      names.addAll(features.keySet());
    }
    double[] vector = new double[names.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = features.get(names.get(i));
    }
    vectors.add(vector);
    answers.add(answer);
    counts.add(count);
  }

  int size() {
    return vectors.size();
  }

  /** The weights by feature, with the intercept as {@link VerdictWeights#ALWAYS}. */
  Map<String, Double> weights() {
    double[] spread = spread();
    List<LogisticRegression.Row> rows = new ArrayList<>();
    boolean[] wanted = new boolean[vectors.size()];
    for (int i = 0; i < wanted.length; i++) {
      double[] scaled = new double[names.size()];
      for (int f = 0; f < scaled.length; f++) {
        scaled[f] = vectors.get(i)[f] / spread[f];
      }
      rows.add(new LogisticRegression.Row(new int[] {0}, scaled, counts.get(i)));
      wanted[i] = answers.get(i);
    }
    double[] fit = new LogisticRegression(rows, 1).fit(wanted, 0, L2, ITERATIONS);
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(VerdictWeights.ALWAYS, fit[0]);
    for (int f = 0; f < names.size(); f++) {
      weights.put(names.get(f), fit[f + 1] / spread[f]);
    }
    return weights;
  }

  /** The standard deviation of each feature; 1 where it does not vary. */
  private double[] spread() {
    double[] spread = new double[names.size()];
    for (int f = 0; f < spread.length; f++) {
      int feature = f;
      double mean = vectors.stream().mapToDouble(v -> v[feature]).average().orElse(0);
      double variance =
          vectors.stream()
              .mapToDouble(v -> (v[feature] - mean) * (v[feature] - mean))
              .average()
              .orElse(0);
      spread[f] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return spread;
  }
}
