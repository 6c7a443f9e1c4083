package io.keeling.enrich.stories;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A MinHash signature of a text (A. Broder, "On the resemblance and containment of documents",
 * 1997): the share of positions in which two signatures agree estimates the share of word shingles
 * that the two texts have in common. Of most hashes only eight bits are kept (P. Li, A. König,
 * "b-Bit minwise hashing", 2010), and eight that say where in the text the shingle stands: copies
 * have what they share in the same order, texts of one template have not. Immutable; threads may
 * share it.
 */
public final class TextSignature {

  /**
   * Hashes that are kept whole, each a band of its own. Two texts that share a sixth of their
   * shingles meet in at least one of 24 with probability 0.99 ({@code docs/studies/stories.md}).
   * Nearly all phrases of {@link MinHash#SHINGLE} words are one text's alone, so whoever meets by
   * chance is few.
   */
  static final int BANDS = 24;

  /**
   * Hashes of which eight bits are kept, and the place of the shingle: as many as fit into the
   * {@link #LENGTH} that is given.
   */
  static final int PLACED = 142;

  /** How many hashes a signature has. */
  static final int SIZE = BANDS + PLACED;

  /**
   * Bytes of a signature, by its layout. It is as long as those of before, which other instances
   * may read.
   */
  static final int LENGTH = Integer.BYTES + BANDS * Integer.BYTES + PLACED * 2;

  /** Offset of the hashes that are not bands, by the layout. */
  private static final int START = LENGTH - PLACED * 2;

  /** How often eight bits are equal by chance, by definition. */
  private static final double CHANCE = 1.0 / (1 << Byte.SIZE);

  private final byte[] bytes;

  private TextSignature(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A signature of hashes.
   *
   * @param shingles how many shingles the text has
   * @param hashes the smallest of each of {@link #SIZE} hash functions
   * @param places the numbers of the shingles that have them
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

  /** Reads the form of {@link #bytes}. */
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
   * Whether what the two texts have in common stands in the same order: the correlation of the
   * places of common shingles, -1 to 1; 0 where they have none.
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

  /** About how many shingles the two texts have in common. */
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

  /** One key for each band; texts that resemble each other are likely to share one. */
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
