package io.keeling.models.names;

import java.util.List;
import opennlp.tools.ml.model.Context;

/**
 * The weights of some features one behind the other, so that they are added in the features' order,
 * as OpenNLP does, and read from one stretch of memory. Immutable and safe to share between
 * threads.
 */
final class Weights {

  private static final Weights NONE = new Weights(new byte[0], new double[0]);

  private final byte[] outcomes;
  private final double[] values;

  private Weights(byte[] outcomes, double[] values) {
    this.outcomes = outcomes;
    this.values = values;
  }

  /** The weights of features in their order. */
  static Weights of(List<Context> features) {
    int size = 0;
    for (Context feature : features) {
      size += feature.getOutcomes().length;
    }
    if (size == 0) {
      return NONE;
    }
    byte[] outcomes = new byte[size];
    double[] values = new double[size];
    int at = 0;
    for (Context feature : features) {
      for (int i = 0; i < feature.getOutcomes().length; i++) {
        outcomes[at] = (byte) feature.getOutcomes()[i];
        values[at++] = feature.getParameters()[i];
      }
    }
    return new Weights(outcomes, values);
  }

  /** Adds each weight to the sum of its outcome. */
  void addTo(double[] sums) {
    for (int i = 0; i < values.length; i++) {
      sums[outcomes[i]] += values[i];
    }
  }
}
