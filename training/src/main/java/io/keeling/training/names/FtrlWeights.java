package io.keeling.training.names;

/**
 * Weights learnt by FTRL-Proximal with an L1 penalty, which keeps few of them (McMahan et al., "Ad
 * Click Prediction: a View from the Trenches", KDD 2013). Not for sharing between threads.
 */
final class FtrlWeights {

  /** The steps in which weights are stored: rounding to them halves a model's size. */
  private static final double STEP = 1.0 / 64;

  /** What is added to the root of n before it divides the learning rate, the paper's beta. */
  private static final float RATE_OFFSET = 1;

  private final float rate;
  private final float l1;
  private final float l2;

  /** The paper's z of each weight. */
  private final float[] z;

  /** The root of the paper's n of each weight. */
  private final float[] n;

  /** The weight that z and n make. */
  private final float[] weights;

  /**
   * @param rate the learning rate, the paper's alpha
   * @param l1 the cost of a weight's size
   * @param l2 the cost of a weight's square
   */
  FtrlWeights(int size, float rate, float l1, float l2) {
    this.rate = rate;
    this.l1 = l1;
    this.l2 = l2;
    this.z = new float[size];
    this.n = new float[size];
    this.weights = new float[size];
  }

  float get(int i) {
    return weights[i];
  }

  void update(int i, float gradient) {
    float before = n[i];
    float after = (float) Math.sqrt(before * before + gradient * gradient);
    z[i] += gradient - (after - before) / rate * weights[i];
    n[i] = after;
    float pull = z[i];
    if (pull <= l1 && pull >= -l1) {
      weights[i] = 0;
    } else {
      float beyond = pull > 0 ? pull - l1 : pull + l1;
      weights[i] = -beyond / ((RATE_OFFSET + after) / rate + l2);
    }
  }

  /** Returns a weight as it is stored. */
  double rounded(int i) {
    return Math.round(weights[i] / STEP) * STEP;
  }
}
