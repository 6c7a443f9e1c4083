package io.keeling.models.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits what says yes rather than no by OpenNLP's quasi-Newton minimizer (OWL-QN: Andrew and Gao,
 * "Scalable training of L1-regularized log-linear models", ICML 2007). The rows are seen both as
 * sets of features that are there or not, and as vectors.
 *
 * <p>Immutable, as long as nobody changes the arrays of its rows; threads may share it.
 */
public final class LogisticRegression {

  private static final Logger LOG = LoggerFactory.getLogger(LogisticRegression.class);

  /** Steps that the minimizer remembers. */
  private static final int MEMORY = 10;

  /** The minimizer's first step is halved up to so many times. */
  private static final int FIRST_STEPS = 10;

  /** Of the loss at the start, as much must be gone in the end for anything to have been learnt. */
  private static final double LEAST_GAIN = 1e-3;

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
   * The weights of all features, then those of the vector's dimensions.
   *
   * @param wanted which rows say yes
   * @param l1 the cost of a weight's size
   * @param l2 the cost of its square
   */
  public double[] fit(boolean[] wanted, double l1, double l2, int iterations) {
    Loss loss = new Loss(wanted);
    double enough = loss.valueAt(new double[loss.getDimension()]) * (1 - LEAST_GAIN);
    double[] weights = {};
    // The first step has length 1, whatever the loss is like. Where it ends as high on the other
    // side of the valley, the minimizer takes that for the end: then with a shorter one.
    for (int i = 0; i < FIRST_STEPS; i++) {
      double unit = Math.scalb(1.0, -i);
      QNMinimizer minimizer =
          new QNMinimizer(l1 * unit, l2 * unit * unit, iterations, MEMORY, 10 * iterations);
      weights = times(unit, minimizer.minimize(new Scaled(loss, unit)));
      if (loss.valueAt(weights) < enough) {
        return weights;
      }
    }
    LOG.warn("nothing was learnt: no first step made the loss of {} rows smaller", rows.size());
    return weights;
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

    Loss(boolean[] wanted) {
      this.wanted = wanted;
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
          gradient[feature] += error;
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
        odds += weights[feature];
      }
      for (int d = 0; d < dimensions; d++) {
        odds += weights[features + d] * row.vector()[d];
      }
      return odds;
    }
  }
}
