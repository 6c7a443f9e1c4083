package io.keeling.models.names;

import java.util.Set;

/**
 * Tells of nearly all pairs of words that the model has no feature of them, before a feature's text
 * is put together to be looked up: a Bloom filter with one hash function, {@link String}'s, which
 * follows from those of the parts. Immutable and safe to share between threads.
 */
final class KnownPairs {

  /** Kinds of features that join two words. */
  private static final Set<String> KINDS = Set.of("pw,w", "w,nw");

  /** Bits for each feature: one unknown pair in twenty is looked up in vain. */
  private static final int BITS_FOR_EACH = 20;

  private static final int FACTOR = 31;

  private final long[] bits;
  private final int mask;

  KnownPairs(Set<String> features) {
    long pairs = features.stream().filter(KnownPairs::isPair).count();
    int size = Integer.highestOneBit((int) Math.max(Long.SIZE, pairs * BITS_FOR_EACH)) * 2;
    bits = new long[size / Long.SIZE];
    mask = size - 1;
    for (String feature : features) {
      if (isPair(feature)) {
        int bit = bit(feature.hashCode());
        bits[bit / Long.SIZE] |= 1L << bit;
      }
    }
  }

  private static boolean isPair(String feature) {
    int end = feature.indexOf('=');
    return end > 0 && KINDS.contains(feature.substring(0, end));
  }

  /** The hash code of a text with another behind it. */
  static int hash(int text, String more) {
    int factor = 1;
    for (int i = 0; i < more.length(); i++) {
      factor *= FACTOR;
    }
    return text * factor + more.hashCode();
  }

  /** Whether the model may have a feature with this hash code. */
  boolean mayHold(int hash) {
    int bit = bit(hash);
    return (bits[bit / Long.SIZE] & 1L << bit) != 0;
  }

  /** Mixes the bits, since short texts differ in the lower ones only. */
  private int bit(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & mask;
  }
}
