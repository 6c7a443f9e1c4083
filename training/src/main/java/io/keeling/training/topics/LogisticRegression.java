package io.keeling.training.topics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * Fits what says yes rather than no by OpenNLP's quasi-Newton minimizer (OWL-QN: Andrew and Gao,
 * "Scalable training of L1-regularized log-linear models", ICML 2007). The rows are seen both as
 * sets of features that are there or not, and as vectors. The parameters of the minimizer were
 * chosen.
 *
 * <p>Immutable, as long as nobody changes the arrays of its rows; threads may share it.
 */
public final class LogisticRegression {

  /** How many steps the minimizer remembers. */
  private static final int MEMORY = 10;

  /** How often the minimizer's first step is halved at most. */
  private static final int FIRST_STEPS = 10;

  /** The part of the cost that another first step must take off for a third to be tried. */
  private static final double LEAST_GAIN = 1e-4;

  /** The part of the gradient's norm at the start from which on a fit is at its end. */
  private static final double FLAT = 0.1;

  private final List<Row> rows;
  private final int features;
  private final int dimensions;

  /**
   * What is to be learnt from.
   *
   * @param features the indices of the features that are there
   * @param vector what has a value for all rows; of the same length in each
   * @param weight how many rows this one stands for
   */
  public record Row(int[] features, double[] vector, double weight) {}

  /**
   * @param rows at least one
   * @param features the number of features that rows can have
   */
  public LogisticRegression(List<Row> rows, int features) {
    this.rows = List.copyOf(rows);
    this.features = features;
    this.dimensions = rows.get(0).vector().length;
  }

  /**
   * The weights of all features, then those of the vector's dimensions; all 0 where nothing was
   * learnt.
   *
   * @param wanted which rows say yes
   * @param scales how large each feature is where it is there: one of twice the size reaches the
   *     same with half of the weight. The weights given back are those of features of size 1
   * @param l1 the cost of a weight's size
   * @param l2 the cost of its square
   */
  public double[] fit(boolean[] wanted, double[] scales, double l1, double l2, int iterations) {
    double[] fit = fit(new Loss(wanted, scales), l1, l2, iterations);
    for (int i = 0; i < features; i++) {
      fit[i] *= scales[i];
    }
    return fit;
  }

  private static double[] fit(Loss loss, double l1, double l2, int iterations) {
    double[] best = new double[loss.getDimension()];
    double lowest = loss.valueAt(best);
    double norm = gradientNorm(loss, best, l1, l2);
    double flat = FLAT * norm;
    boolean learnt = false;
    // The first step has length 1, whatever the loss is like. Where it ends about as high on the
    // other side of the valley, the minimizer takes that for the end: then with a shorter one.
    for (int i = 0; i < FIRST_STEPS && norm > flat; i++) {
      double unit = Math.scalb(1.0, -i);
      QNMinimizer minimizer =
          new QNMinimizer(l1 * unit, l2 * unit * unit, iterations, MEMORY, 10 * iterations);
      double[] weights = times(unit, minimizer.minimize(new Scaled(loss, unit)));
      double cost = loss.valueAt(weights) + penalty(weights, l1, l2);
      boolean lower = cost < lowest * (1 - LEAST_GAIN);
      if (cost < lowest) {
        best = weights;
        lowest = cost;
        norm = gradientNorm(loss, best, l1, l2);
      }
      if (learnt && !lower) {
        break;
      }
      learnt |= lower;
    }
    return best;
  }

  private static double penalty(double[] weights, double l1, double l2) {
    return Arrays.stream(weights).map(w -> l1 * Math.abs(w) + l2 * w * w).sum();
  }

  /** The maximum norm of the gradient of the cost; at 0, where L1 has a kink, of what is left. */
  private static double gradientNorm(Loss loss, double[] weights, double l1, double l2) {
    double[] gradient = loss.gradientAt(weights);
    double most = 0;
    for (int i = 0; i < weights.length; i++) {
      double partial = gradient[i] + 2 * l2 * weights[i];
      double size =
          weights[i] == 0
              ? Math.max(0, Math.abs(partial) - l1)
              : Math.abs(partial + l1 * Math.signum(weights[i]));
      most = Math.max(most, size);
    }
    return most;
  }

  private static double[] times(double factor, double[] values) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }

  /** A loss of weights that are counted in another unit. */
  private record Scaled(Loss loss, double unit) implements Function {

    @Override
    public int getDimension() {
      return loss.getDimension();
    }

    @Override
    public double valueAt(double[] weights) {
      return loss.valueAt(times(unit, weights));
    }

    @Override
    public double[] gradientAt(double[] weights) {
      return times(unit, loss.gradientAt(times(unit, weights)));
    }
  }

  /** The negative log likelihood. */
  private final class Loss implements Function {

    private final boolean[] wanted;
    private final double[] scales;

    Loss(boolean[] wanted, double[] scales) {
      this.wanted = wanted;
      this.scales = scales;
    }

    @Override
    public int getDimension() {
      return features + dimensions;
    }

    @Override
    public double valueAt(double[] weights) {
      return IntStream.range(0, rows.size()).mapToDouble(i -> loss(i, weights)).sum();
    }

    private double loss(int index, double[] weights) {
      double odds = odds(rows.get(index), weights);
      double against = wanted[index] ? -odds : odds;
      return rows.get(index).weight() * (against > 30 ? against : Math.log1p(Math.exp(against)));
    }

    @Override
    public double[] gradientAt(double[] weights) {
      double[] gradient = new double[weights.length];
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        double share = 1 / (1 + Math.exp(-odds(row, weights)));
        double error = row.weight() * (share - (wanted[i] ? 1 : 0));
        for (int feature : row.features()) {
          gradient[feature] += error * scales[feature];
        }
        for (int d = 0; d < dimensions; d++) {
          gradient[features + d] += error * row.vector()[d];
        }
      }
      return gradient;
    }

    private double odds(Row row, double[] weights) {
      double odds = 0;
      for (int feature : row.features()) {
        odds += weights[feature] * scales[feature];
      }
      for (int d = 0; d < dimensions; d++) {
        odds += weights[features + d] * row.vector()[d];
      }
      return odds;
    }
  }
}
