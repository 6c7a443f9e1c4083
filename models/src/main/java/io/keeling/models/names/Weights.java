package io.keeling.models.names;

import io.keeling.models.files.FeatureTable;

/**
 * The weights of some features in one array, in the features' order, so that sums round as in
 * OpenNLP. An array is contiguous in memory, and taggers spend most of their time waiting for
 * memory. In the array, one element with eight outcomes (one byte each) alternates with eight
 * elements that hold the bits of these outcomes' weights. Stateless and thread-safe; the arrays
 * must not be changed.
 */
final class Weights {

  /** Number of outcomes in one element of the array. */
  private static final int GROUP = Long.BYTES;

  private static final int MASK = 0xFF;

  private static final long[] NONE = {};

  private Weights() {}

  /**
   * Packs the weights of features in their order.
   *
   * @param features places in the table
   */
  static long[] of(FeatureTable table, int[] features) {
    int size = 0;
    for (int feature : features) {
      size += feature == FeatureTable.UNKNOWN ? 0 : table.weights(feature);
    }
    if (size == 0) {
      return NONE;
    }
    long[] packed = new long[size + (size + GROUP - 1) / GROUP];
    int at = 0;
    for (int feature : features) {
      int weights = feature == FeatureTable.UNKNOWN ? 0 : table.weights(feature);
      for (int i = 0; i < weights; i++) {
        int place = at % GROUP;
        int group = at / GROUP * (GROUP + 1);
        packed[group] |= (long) table.outcome(feature, i) << (place * Byte.SIZE);
        packed[group + 1 + place] = Double.doubleToRawLongBits(table.weight(feature, i));
        at++;
      }
    }
    return packed;
  }

  /** Adds each weight to the sum of its outcome. */
  static void add(long[] packed, double[] sums) {
    for (int group = 0; group < packed.length; group += GROUP + 1) {
      long outcomes = packed[group];
      int end = Math.min(packed.length, group + GROUP + 1);
      for (int i = group + 1; i < end; i++) {
        sums[(int) outcomes & MASK] += Double.longBitsToDouble(packed[i]);
        outcomes >>>= Byte.SIZE;
      }
    }
  }
}
