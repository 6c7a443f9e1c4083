package io.keeling.enrich.stories;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A MinHash signature of a text (A. Broder, "On the resemblance and containment of documents",
 * 1997): the share of positions in which two signatures agree estimates the share of word shingles
 * that the two texts have in common, with a standard error of 5 points. Immutable; threads may
 * share it.
 */
public final class TextSignature {

  /** How many hashes a signature has. */
  static final int SIZE = 96;

  /**
   * Hashes in a band. Two texts that share a third of their shingles meet in at least one of 24
   * bands of 2 with probability 0.94, two that share a half with 0.999; bands of 4 miss most of the
   * first. A band of one hash would bring together all that have the same phrase, and the more the
   * larger the corpus: among 1,640 texts it met two others by chance, where a band of two meets
   * none ({@code docs/studies/stories.md}).
   */
  static final int ROWS = 2;

  /** More find more of what was changed most, and cost as much more state. */
  static final int BANDS = 24;

  private final int[] hashes;

  TextSignature(int[] hashes) {
    if (hashes.length != SIZE) {
      throw new IllegalArgumentException("a signature has " + SIZE + " hashes");
    }
    this.hashes = hashes.clone();
  }

  /** Reads the form of {@link #bytes}. */
  public static TextSignature of(byte[] bytes) {
    int[] hashes = new int[SIZE];
    if (bytes.length != SIZE * Integer.BYTES) {
      throw new IllegalArgumentException("a signature has " + SIZE * Integer.BYTES + " bytes");
    }
    ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
    return new TextSignature(hashes);
  }

  /** The signature as bytes. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(SIZE * Integer.BYTES);
    buffer.asIntBuffer().put(hashes);
    return buffer.array();
  }

  /** The estimated Jaccard resemblance of the two texts, 0 to 1. */
  public double resemblance(TextSignature other) {
    int same = 0;
    for (int i = 0; i < SIZE; i++) {
      if (hashes[i] == other.hashes[i]) {
        same++;
      }
    }
    return (double) same / SIZE;
  }

  /**
   * About how many shingles the two texts have in common. How small the smallest hashes are tells
   * how many there were (E. Cohen, "Size-estimation framework with applications to transitive
   * closure and reachability", 1997), with a standard error of a tenth.
   */
  public double common(TextSignature other) {
    double resemblance = resemblance(other);
    return resemblance / (1 + resemblance) * (shingles() + other.shingles());
  }

  private double shingles() {
    double sum = 0;
    for (int hash : hashes) {
      sum += ((double) hash - Integer.MIN_VALUE) / (1L << Integer.SIZE);
    }
    return (SIZE - 1) / sum;
  }

  /** One key for each band; texts that resemble each other are likely to share one. */
  public long[] bands() {
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long key = Mixing.mix(band + 1);
      for (int row = 0; row < ROWS; row++) {
        key = Mixing.mix(key ^ hashes[band * ROWS + row]);
      }
      bands[band] = key;
    }
    return bands;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextSignature signature && Arrays.equals(hashes, signature.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }
}
