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
 * Computes the {@link TextSignature} of a text over its shingles of words, in time that grows
 * linearly with the text. In scripts that put no spaces between words each letter is taken for one.
 * Stateless; threads may share it.
 */
public final class MinHash {

  /**
   * Words in a shingle: long enough that only copied text shares many, and short enough that some
   * are left where every fifth word was changed (half of those of three, 41 % of those of four).
   */
  static final int SHINGLE = 3;

  /**
   * A shorter text has no signature: a headline or a notice says the same by chance. Two letters
   * that are taken for words are one of these.
   */
  static final int FEWEST_WORDS = 40;

  /** As much of a text as is looked at, in words. */
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

  /** The signature of a text; empty for one that is too short to tell. */
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
