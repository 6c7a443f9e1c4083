package io.keeling.reader.language;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent words of some languages. They make up a third of all words in running text, and
 * hardly any in text of another language.
 */
final class CommonWords {

  /** UTF-16 code units read: some 500 words. */
  private static final int SAMPLE = 3_000;

  /** Minimum number of words to judge by: fewer may lack common ones by chance. */
  private static final int LEAST_WORDS = 30;

  /** Share of common words from which the language is certain. */
  private static final double CERTAIN = 0.2;

  /** Factor by which common words must exceed those of the next language. */
  private static final double LEAD = 1.5;

  private static final List<String> LANGUAGES = new ArrayList<>();

  /** The languages of each word, as bits in the order of {@link #LANGUAGES}. */
  private static final Map<String, Long> WORDS = words();

  private CommonWords() {}

  /** Returns the language whose words are clearly the most frequent, or null. */
  static @Nullable String best(String text) {
    String folded = Folded.of(text, SAMPLE);
    Counts counted = Counts.of(folded, 1);
    int[] counts = counted.perLanguage();
    if (counted.words() < LEAST_WORDS) {
      return null;
    }
    int best = 0;
    int second = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[best]) {
        second = counts[best];
        best = i;
      } else {
        second = Math.max(second, counts[i]);
      }
    }
    return counts[best] >= CERTAIN * counted.words() && counts[best] >= LEAD * second
        ? LANGUAGES.get(best)
        : null;
  }

  /**
   * Returns the share of a text's words that are common in a language, 0 to 1. For a language
   * without a list, the largest share of any other is returned. Single letters do not count.
   */
  static double share(String folded, String language) {
    Counts counted = Counts.of(folded, 2);
    int own = LANGUAGES.indexOf(language);
    return own < 0 ? counted.largestShare() : counted.share(counted.perLanguage()[own]);
  }

  /**
   * Returns the largest share of common words in any language, for a text that may not be in the
   * declared one.
   */
  static double largestShare(String folded) {
    return Counts.of(folded, 2).largestShare();
  }

  private static Map<String, Long> words() {
    Map<String, Long> words = new HashMap<>();
    for (String line : WordList.load("words/common-words.txt")) {
      String[] parts = line.split("\\s+");
      long bit = 1L << LANGUAGES.size();
      LANGUAGES.add(parts[0]);
      for (String word : Arrays.copyOfRange(parts, 1, parts.length)) {
        words.merge(word, bit, (a, b) -> a | b);
      }
    }
    return words; // not Map.copyOf, whose look-ups take twice as long
  }

  /** Number of common words in a text per language, and of all its words. */
  @SuppressWarnings("ArrayRecordComponent") // lives within one call
  private record Counts(int[] perLanguage, int words) {

    /** Counts the common words of at least a number of characters. */
    static Counts of(String folded, int shortest) {
      int[] counts = new int[LANGUAGES.size()];
      int words = 0;
      for (int at = 0; at < folded.length(); words++) {
        int space = folded.indexOf(' ', at);
        int end = space < 0 ? folded.length() : space;
        long languages =
            end - at < shortest ? 0 : WORDS.getOrDefault(folded.substring(at, end), 0L);
        while (languages != 0) {
          counts[Long.numberOfTrailingZeros(languages)]++;
          languages &= languages - 1;
        }
        at = end + 1;
      }
      return new Counts(counts, words);
    }

    double largestShare() {
      return share(Arrays.stream(perLanguage).max().orElse(0));
    }

    double share(int count) {
      return words == 0 ? 0 : (double) count / words;
    }
  }
}
