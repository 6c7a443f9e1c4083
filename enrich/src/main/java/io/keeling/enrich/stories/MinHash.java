package io.keeling.enrich.stories;

import io.keeling.enrich.words.Word;
import io.keeling.enrich.words.WordScanner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Computes the {@link TextSignature} of a text over its shingles of words, in time that grows
 * linearly with the text. Stateless; threads may share it.
 */
public final class MinHash {

  /** Words in a shingle: long enough that only copied text shares many. */
  static final int SHINGLE = 4;

  /** A shorter text has no signature: a headline or a notice says the same by chance. */
  static final int FEWEST_WORDS = 40;

  /** As much of a text as is looked at, in words. */
  static final int MOST_WORDS = 20_000;

  private static final WordScanner SCANNER = WordScanner.of("und");
  private static final long[] SEEDS = seeds();

  private MinHash() {}

  /** The signature of a text; empty for one that is too short to tell. */
  public static Optional<TextSignature> of(String text) {
    List<Word> words = SCANNER.scan(text);
    int count = Math.min(words.size(), MOST_WORDS);
    if (count < FEWEST_WORDS) {
      return Optional.empty();
    }
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = hash(words.get(i).form());
    }
    int[] smallest = new int[TextSignature.SIZE];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int i = 0; i + SHINGLE <= count; i++) {
      long shingle = 0;
      for (int j = i; j < i + SHINGLE; j++) {
        shingle = Mixing.mix(shingle ^ hashes[j]);
      }
      for (int k = 0; k < SEEDS.length; k++) {
        int value = (int) (Mixing.mix(shingle ^ SEEDS[k]) >>> 32);
        if (value < smallest[k]) {
          smallest[k] = value;
        }
      }
    }
    return Optional.of(new TextSignature(smallest));
  }

  private static long hash(String form) {
    long hash = form.length();
    for (int i = 0; i < form.length(); i++) {
      hash = Mixing.mix(hash ^ form.charAt(i));
    }
    return hash;
  }

  private static long[] seeds() {
    long[] seeds = new long[TextSignature.SIZE];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = Mixing.mix(0x5EED_0000L + i);
    }
    return seeds;
  }
}
