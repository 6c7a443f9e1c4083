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
 * The logistic regressions, one for each category, over the direction that the words of a paragraph
 * have together ({@link WordVectors#direction}). Immutable; threads may share it.
 */
public final class VectorHeads {

  /** Heads without any category: whatever is asked, the odds are even. */
  public static final VectorHeads NONE = new VectorHeads(Map.of());

  /** Most categories that are read: a damaged file must not fill the memory. */
  private static final int MOST_CATEGORIES = 1000;

  /** Most weights of a category that are read: a damaged file must not fill the memory. */
  private static final int MOST_WEIGHTS = 2000;

  private static final double[] NO_HEAD = {};

  private final Map<String, double[]> weights;

  private VectorHeads(Map<String, double[]> weights) {
    this.weights = weights;
  }

  /**
   * Heads just trained.
   *
   * @param weights by category: one for each dimension, and at the end the intercept
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

  /** The weights of a category: none for one without a head. */
  double[] weights(String category) {
    return weights.getOrDefault(category, NO_HEAD);
  }

  /** The log odds that weights give a direction; even without any. */
  static double odds(double[] weights, double[] direction) {
    return weights.length == 0 ? 0 : weights[direction.length] + dot(weights, direction);
  }

  /** What a vector adds to the log odds, the intercept left out. */
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
