package io.keeling.models.training;

import io.keeling.models.topics.VectorHeads;
import io.keeling.models.topics.WordVectors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * Learns for each category a logistic regression over the directions of paragraphs, by OpenNLP's
 * L-BFGS. Not for sharing between threads.
 */
public final class VectorHeadTrainer {

  /** The cost of a squared weight: directions have length 1, so weights must be free to grow. */
  private static final double L2 = 0.05;

  private static final int ITERATIONS = 150;

  /** Steps that L-BFGS remembers. */
  private static final int MEMORY = 10;

  private final WordVectors vectors;

  public VectorHeadTrainer(WordVectors vectors) {
    this.vectors = vectors;
  }

  /** Learns all categories that occur in the examples. */
  public VectorHeads train(List<TopicExample> examples) {
    double[][] directions =
        examples.stream().map(e -> vectors.direction(e.words())).toArray(double[][]::new);
    TreeSet<String> categories = new TreeSet<>();
    examples.forEach(e -> categories.addAll(e.categories()));
    Map<String, double[]> weights = new TreeMap<>();
    for (String category : categories) {
      boolean[] wanted = new boolean[directions.length];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = examples.get(i).categories().contains(category);
      }
      QNMinimizer minimizer = new QNMinimizer(0, L2, ITERATIONS, MEMORY, 10 * ITERATIONS);
      weights.put(category, minimizer.minimize(new Loss(directions, wanted)));
    }
    return VectorHeads.of(weights);
  }

  /** The negative log likelihood of one category; the last weight is the intercept. */
  private static final class Loss implements Function {

    private final double[][] directions;
    private final boolean[] wanted;

    Loss(double[][] directions, boolean[] wanted) {
      this.directions = directions;
      this.wanted = wanted;
    }

    @Override
    public int getDimension() {
      return directions[0].length + 1;
    }

    @Override
    public double valueAt(double[] weights) {
      double loss = 0;
      for (int i = 0; i < directions.length; i++) {
        double odds = odds(weights, directions[i]);
        double signed = wanted[i] ? -odds : odds;
        loss += signed > 30 ? signed : Math.log1p(Math.exp(signed));
      }
      return loss;
    }

    @Override
    public double[] gradientAt(double[] weights) {
      double[] gradient = new double[weights.length];
      for (int i = 0; i < directions.length; i++) {
        double[] direction = directions[i];
        double error = 1 / (1 + Math.exp(-odds(weights, direction))) - (wanted[i] ? 1 : 0);
        for (int d = 0; d < direction.length; d++) {
          gradient[d] += error * direction[d];
        }
        gradient[direction.length] += error;
      }
      return gradient;
    }

    private static double odds(double[] weights, double[] direction) {
      double odds = weights[direction.length];
      for (int d = 0; d < direction.length; d++) {
        odds += weights[d] * direction[d];
      }
      return odds;
    }
  }
}
