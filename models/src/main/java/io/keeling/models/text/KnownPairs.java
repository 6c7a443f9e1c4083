package io.keeling.models.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules out nearly all pairs of words that are not a feature of a model. It need not build the
 * feature's text for a look-up. It is a Bloom filter with one hash function, {@link String}'s,
 * which can be computed from the hash codes of the parts. Immutable and thread-safe.
 */
public final class KnownPairs {

  /**
   * Bits of the filter for each feature. With one hash function, the filter then wrongly lets one
   * unknown pair in twenty through to a look-up.
   */
  private static final int BITS_FOR_EACH = 20;

  /** The multiplier in {@link String#hashCode()}'s specification. */
  private static final int FACTOR = 31;

  private final long[] bits;
  private final int mask;

  /**
   * @param features of a model
   * @param isPair whether a feature joins two words
   */
  public KnownPairs(Iterable<String> features, Predicate<String> isPair) {
    List<String> pairs = new ArrayList<>();
    for (String feature : features) {
      if (isPair.test(feature)) {
        pairs.add(feature);
      }
    }
    int size = Integer.highestOneBit(Math.max(Long.SIZE, pairs.size() * BITS_FOR_EACH)) * 2;
    bits = new long[size / Long.SIZE];
    mask = size - 1;
    for (String pair : pairs) {
      int bit = bit(pair.hashCode());
      bits[bit / Long.SIZE] |= 1L << bit;
    }
  }

  /** Returns the hash code of a text with another one appended. */
  public static int hash(int text, String more) {
    int factor = 1;
    for (int i = 0; i < more.length(); i++) {
      factor *= FACTOR;
    }
    return text * factor + more.hashCode();
  }

  /** Whether the model may have a feature with this hash code. */
  public boolean mayHold(int hash) {
    int bit = bit(hash);
    return (bits[bit / Long.SIZE] & 1L << bit) != 0;
  }

  /** Mixes the bits, since hash codes of short texts differ only in the lower bits. */
  private int bit(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & mask;
  }
}
