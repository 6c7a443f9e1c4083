package io.keeling.enrich.stories;

import io.keeling.enrich.words.Word;
import io.keeling.enrich.words.WordScanner;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the {@link TextSignature} of a text over its shingles of words, in time linear in the
 * length of the text. In scripts without spaces each letter counts as a word.
 */
public final class MinHash {

  /**
   * Words in a shingle. If every fifth word of a text was changed, a quarter of its six-word
   * shingles is left, and half of its three-word ones. Three words are too few, though: reports
   * made from a template, as of weather and markets, share a quarter of the three-word shingles and
   * few of the six-word ones ({@code docs/studies/stories.md}).
   */
  static final int SHINGLE = 6;

  /**
   * Minimum number of words of a text that has a signature. Shorter texts, such as headlines and
   * notices, may agree by chance. Here two letters of a script without spaces count as one word.
   */
  static final int FEWEST_WORDS = 40;

  /** Maximum number of words that are read of a text. No article is longer. */
  static final int MOST_WORDS = 20_000;

  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final WordScanner SCANNER = WordScanner.of("und");
  private static final long[] SEEDS = seeds();

  private MinHash() {}

  /** The signature of a text; empty if the text is too short. */
  public static Optional<TextSignature> of(String text) {
    List<String> words = new ArrayList<>();
    int letters = 0;
    for (Word word : SCANNER.scan(text)) {
      if (UNSPACED.contains(UnicodeScript.of(word.form().codePointAt(0)))) {
        word.form().codePoints().mapToObj(Character::toString).forEach(words::add);
        letters += word.form().length();
      } else {
        words.add(word.form());
      }
    }
    int count = Math.min(words.size(), MOST_WORDS);
    if (words.size() - (letters + 1) / 2 < FEWEST_WORDS) {
      return Optional.empty();
    }
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = hash(words.get(i));
    }
    long[] shingles = shingles(hashes);
    int[] smallest = new int[TextSignature.SIZE];
    int[] places = new int[TextSignature.SIZE];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int i = 0; i < shingles.length; i++) {
      for (int k = 0; k < SEEDS.length; k++) {
        // Gives two hashes of 32 bits each.
        long value = SplitMix64.mix(shingles[i] ^ SEEDS[k]);
        keep((int) (value >>> Integer.SIZE), i, 2 * k, smallest, places);
        keep((int) value, i, 2 * k + 1, smallest, places);
      }
    }
    return Optional.of(TextSignature.of(shingles.length, smallest, places));
  }

  private static void keep(int hash, int shingle, int at, int[] smallest, int[] places) {
    if (hash < smallest[at]) {
      smallest[at] = hash;
      places[at] = shingle;
    }
  }

  /** The shingles of a text, by the hashes of its words. */
  private static long[] shingles(long[] hashes) {
    long[] shingles = new long[hashes.length - SHINGLE + 1];
    for (int i = 0; i < shingles.length; i++) {
      for (int j = i; j < i + SHINGLE; j++) {
        shingles[i] = SplitMix64.mix(shingles[i] ^ hashes[j]);
      }
    }
    return shingles;
  }

  private static long hash(String form) {
    long hash = form.length();
    for (int i = 0; i < form.length(); i++) {
      hash = SplitMix64.mix(hash ^ form.charAt(i));
    }
    return hash;
  }

  private static long[] seeds() {
    long[] seeds = new long[TextSignature.SIZE / 2];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = SplitMix64.mix(0x5EED_1000L + i);
    }
    return seeds;
  }
}
