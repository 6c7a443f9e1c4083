package io.keeling.models.topics;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * A logistic regression for each category on the direction of a paragraph's words ({@link
 * WordVectors#direction}). Immutable and thread-safe.
 */
public final class VectorHeads {

  /** Heads without any category: all odds are even. */
  public static final VectorHeads NONE = new VectorHeads(Map.of());

  /** Maximum number of categories read, so that a damaged file cannot exhaust memory. */
  private static final int MOST_CATEGORIES = 1000;

  /** Maximum number of weights of a category read, so that a damaged file cannot exhaust memory. */
  private static final int MOST_WEIGHTS = 2000;

  private static final double[] NO_HEAD = {};

  private final Map<String, double[]> weights;

  private VectorHeads(Map<String, double[]> weights) {
    this.weights = weights;
  }

  /**
   * Wraps newly trained weights.
   *
   * @param weights by category: one for each dimension, then the intercept
   */
  public static VectorHeads of(Map<String, double[]> weights) {
    return new VectorHeads(new TreeMap<>(weights));
  }

  static VectorHeads read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
    int categories = in.readInt();
    int length = in.readInt();
    if (categories < 0 || categories > MOST_CATEGORIES || length < 0 || length > MOST_WEIGHTS) {
      throw new IOException("not heads: " + categories + " with " + length + " weights");
    }
    Map<String, double[]> weights = new TreeMap<>();
    for (int i = 0; i < categories; i++) {
      String category = in.readUTF();
      double[] row = new double[length];
      for (int w = 0; w < length; w++) {
        row[w] = in.readFloat();
      }
      weights.put(category, row);
    }
    return new VectorHeads(weights);
  }

  /** Writes each category with its weights. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(weights.size());
    out.writeInt(weights.values().stream().mapToInt(w -> w.length).max().orElse(0));
    for (Map.Entry<String, double[]> entry : weights.entrySet()) {
      out.writeUTF(entry.getKey());
      for (double weight : entry.getValue()) {
        out.writeFloat((float) weight);
      }
    }
    out.flush();
  }

  /** Returns the weights of a category; empty if the model has no head for it. */
  double[] weights(String category) {
    return weights.getOrDefault(category, NO_HEAD);
  }

  /** Returns the log odds of a direction; 0 if there are no weights. */
  static double odds(double[] weights, double[] direction) {
    return weights.length == 0 ? 0 : weights[direction.length] + dot(weights, direction);
  }

  /** Returns the contribution of a vector to the log odds, without the intercept. */
  static double part(double[] weights, double[] vector) {
    return weights.length == 0 ? 0 : dot(weights, vector);
  }

  private static double dot(double[] row, double[] vector) {
    double sum = 0;
    for (int d = 0; d < vector.length; d++) {
      sum += row[d] * vector[d];
    }
    return sum;
  }
}
