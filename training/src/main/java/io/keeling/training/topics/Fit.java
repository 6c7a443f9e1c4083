package io.keeling.training.topics;

import io.keeling.enrich.topics.CategorizedArticle;
import io.keeling.enrich.topics.VerdictWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One question with the features of texts and their answers, to fit what each feature counts. Not
 * for sharing between threads.
 */
final class Fit {

  /**
   * The cost of a squared weight, of features scaled to a spread of 1: with 0.5, the prior on each
   * weight is a standard normal.
   */
  private static final double L2 = 0.5;

  /** Most steps of Newton's method, which takes about ten: a bound, should it not converge. */
  private static final int STEPS = 100;

  /** Squared length of the step at which the fit ends: the weights then change by a millionth. */
  private static final double DONE = 1e-12;

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
      vector[i] = Objects.requireNonNull(features.get(names.get(i)));
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
    double[][] rows = new double[vectors.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[spread.length + 1];
      rows[i][0] = 1;
      for (int f = 0; f < spread.length; f++) {
        rows[i][f + 1] = vectors.get(i)[f] / spread[f];
      }
    }
    double[] fit = fit(rows);
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(VerdictWeights.ALWAYS, fit[0]);
    for (int f = 0; f < spread.length; f++) {
      weights.put(names.get(f), fit[f + 1] / spread[f]);
    }
    return weights;
  }

  /**
   * Newton's method (iteratively reweighted least squares: Bishop, "Pattern Recognition and Machine
   * Learning", 2006, 4.3.3). Several features say nearly the same, where methods by gradients alone
   * stop far from the end.
   */
  private double[] fit(double[][] rows) {
    int size = rows[0].length;
    double[] weights = new double[size];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      for (int i = 0; i < rows.length; i++) {
        double share = CategorizedArticle.logistic(dot(weights, rows[i]));
        double error = counts.get(i) * (share - (answers.get(i) ? 1 : 0));
        double rowWeight = counts.get(i) * share * (1 - share);
        for (int f = 0; f < size; f++) {
          gradient[f] += error * rows[i][f];
          for (int g = 0; g <= f; g++) {
            hessian[f][g] += rowWeight * rows[i][f] * rows[i][g];
          }
        }
      }
      for (int f = 0; f < size; f++) {
        gradient[f] += 2 * L2 * weights[f];
        hessian[f][f] += 2 * L2;
      }
      double[] change = solve(hessian, gradient);
      for (int f = 0; f < size; f++) {
        weights[f] -= change[f];
      }
      if (dot(change, change) < DONE) {
        break;
      }
    }
    return weights;
  }

  /** Solves symmetric equations by Cholesky's method; the lower half of the matrix is replaced. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] solution = right.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(rest) : rest / matrix[j][j];
      }
      for (int k = 0; k < i; k++) {
        solution[i] -= matrix[i][k] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        solution[i] -= matrix[k][i] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
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
