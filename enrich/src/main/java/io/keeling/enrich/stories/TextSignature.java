package io.keeling.enrich.stories;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A MinHash signature of a text (A. Broder, "On the resemblance and containment of documents",
 * 1997): the share of positions in which two signatures agree estimates the share of word shingles
 * that the two texts have in common. Of most hashes only eight bits are kept (P. Li, A. König,
 * "b-Bit minwise hashing", 2010), with eight bits of the shingle's place in the text: copies have
 * their common shingles in the same order, texts of one template do not. Immutable; threads may
 * share it.
 */
public final class TextSignature {

  /**
   * Hashes that are kept whole, each a band of its own. Two texts that share a sixth of their
   * shingles share at least one of 24 bands with probability 0.99 ({@code
   * docs/studies/stories.md}). Nearly every phrase of {@link MinHash#SHINGLE} words is in one text
   * only, so few share a band by chance.
   */
  static final int BANDS = 24;

  /**
   * Hashes of which eight bits are kept, with the place of the shingle. Their number is what fits
   * into {@link #LENGTH}.
   */
  static final int PLACED = 142;

  /** Number of hashes in a signature. */
  static final int SIZE = BANDS + PLACED;

  /**
   * Bytes of a signature. The earlier layout has the same length, because instances of either
   * release may read both.
   */
  static final int LENGTH = Integer.BYTES + BANDS * Integer.BYTES + PLACED * 2;

  /** Offset of the hashes after the bands. */
  private static final int START = LENGTH - PLACED * 2;

  /** Probability that eight bits are equal by chance. */
  private static final double CHANCE = 1.0 / (1 << Byte.SIZE);

  private final byte[] bytes;

  private TextSignature(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Makes a signature of hashes.
   *
   * @param shingles how many shingles the text has
   * @param hashes the smallest value of each of {@link #SIZE} hash functions
   * @param places the indexes of the shingles that have these values
   */
  static TextSignature of(int shingles, int[] hashes, int[] places) {
    if (hashes.length != SIZE || places.length != SIZE) {
      throw new IllegalArgumentException("a signature has " + SIZE + " hashes");
    }
    ByteBuffer buffer = ByteBuffer.allocate(LENGTH).putInt(shingles);
    for (int i = 0; i < BANDS; i++) {
      buffer.putInt(hashes[i]);
    }
    for (int i = BANDS; i < SIZE; i++) {
      buffer.put((byte) hashes[i]).put((byte) (places[i] * 256L / shingles));
    }
    return new TextSignature(buffer.array());
  }

  /** Reads a signature from its {@link #bytes}. */
  public static TextSignature of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a signature has " + LENGTH + " bytes");
    }
    return new TextSignature(bytes.clone());
  }

  /** The signature as bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The estimated Jaccard resemblance of the two texts, 0 to 1. */
  public double resemblance(TextSignature other) {
    int whole = 0;
    for (int band = 0; band < BANDS; band++) {
      whole += hash(band) == other.hash(band) ? 1 : 0;
    }
    int parts = 0;
    for (int i = START; i < LENGTH; i += 2) {
      parts += bytes[i] == other.bytes[i] ? 1 : 0;
    }
    return Math.max(0, whole + (parts - PLACED * CHANCE) / (1 - CHANCE)) / SIZE;
  }

  /**
   * Whether the common shingles are in the same order in both texts: the correlation of their
   * places, -1 to 1; 0 if there are no common shingles.
   */
  public double order(TextSignature other) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = START; i < LENGTH; i += 2) {
      if (bytes[i] == other.bytes[i]) {
        int one = Byte.toUnsignedInt(bytes[i + 1]);
        int two = Byte.toUnsignedInt(other.bytes[i + 1]);
        n++;
        x += one;
        y += two;
        xx += one * one;
        yy += two * two;
        xy += one * two;
      }
    }
    double spread = (n * xx - x * x) * (n * yy - y * y);
    return spread <= 0 ? 0 : (n * xy - x * y) / Math.sqrt(spread);
  }

  /** Estimates how many shingles the two texts have in common. */
  public double common(TextSignature other) {
    double resemblance = resemblance(other);
    return resemblance / (1 + resemblance) * ((double) shingles() + other.shingles());
  }

  private int shingles() {
    return ByteBuffer.wrap(bytes).getInt();
  }

  private int hash(int band) {
    return ByteBuffer.wrap(bytes).getInt((1 + band) * Integer.BYTES);
  }

  /** One key for each band; texts that resemble each other are likely to share a key. */
  public long[] bands() {
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      bands[band] = SplitMix64.mix(SplitMix64.mix(band + 1) ^ hash(band));
    }
    return bands;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextSignature signature && Arrays.equals(bytes, signature.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
