package io.keeling.reader.language;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent words of some languages. In running text they are a third of all words, in
 * another language hardly any. Stateless; threads may share it.
 */
final class CommonWords {

  /** UTF-16 code units that are looked at: some 500 words. Chosen. */
  private static final int SAMPLE = 3_000;

  /** Fewer words may have few common ones among them by chance. Chosen. */
  private static final int LEAST_WORDS = 30;

  /** Share of a text's words, from which on the language is certain. */
  private static final double CERTAIN = 0.2;

  /** How much more frequent than in the next language. */
  private static final double LEAD = 1.5;

  private static final Map<String, Set<String>> WORDS = words();

  private CommonWords() {}

  static boolean confirm(String text, String language) {
    return WORDS.containsKey(language) && language.equals(best(text));
  }

  /** The language whose words are clearly the most frequent, or null. */
  static @Nullable String best(String text) {
    String[] words = Folded.of(text, SAMPLE).split(" ");
    if (words.length < LEAST_WORDS) {
      return null;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String word : words) {
      for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
        if (language.getValue().contains(word)) {
          counts.merge(language.getKey(), 1, Integer::sum);
        }
      }
    }
    String best = null;
    int first = 0;
    int second = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > first) {
        second = first;
        first = count.getValue();
        best = count.getKey();
      } else {
        second = Math.max(second, count.getValue());
      }
    }
    return first >= CERTAIN * words.length && first >= LEAD * second ? best : null;
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String line : WordList.load("words/common-words.txt")) {
      String[] parts = line.split("\\s+");
      words.put(parts[0], Set.copyOf(Arrays.asList(Arrays.copyOfRange(parts, 1, parts.length))));
    }
    return Map.copyOf(words);
  }
}
