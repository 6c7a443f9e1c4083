package io.keeling.enrich.stories;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
   * Hashes in a band. With 24 bands of 4, two texts that share 60 % of their shingles meet in at
   * least one band with probability 0.96, two that share 20 % with 0.04.
   */
  static final int ROWS = 4;

  /** How many parts of a signature are looked up, each for itself. */
  static final int BANDS = SIZE / ROWS;

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
  public boolean equals(@Nullable Object other) {
    return other instanceof TextSignature signature && Arrays.equals(hashes, signature.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }
}
