package io.keeling.desk.articles.diff;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splits a text into words (Unicode's UAX 29, with dictionaries for scripts without spaces). */
final class Words {

  private Words() {}

  /**
   * A word or a punctuation mark.
   *
   * @param key the text that is compared
   * @param text the word with the space after it
   */
  record Word(String key, String text) {
    boolean meaningful() {
      return key.codePoints().anyMatch(Character::isLetterOrDigit);
    }
  }

  static List<Word> of(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    List<Word> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String part = text.substring(start, end);
      int last = words.size() - 1;
      if (part.isBlank() && last >= 0) {
        Word before = words.get(last);
        words.set(last, new Word(before.key(), before.text() + part));
      } else {
        words.add(new Word(part.strip(), part));
      }
    }
    return words;
  }

  /** How often each word occurs in a text, ignoring case. */
  static Map<String, Integer> bag(String text) {
    Map<String, Integer> bag = new HashMap<>();
    for (Word word : of(text)) {
      if (word.meaningful()) {
        bag.merge(word.key().toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    return bag;
  }

  /** Similarity of the words of two texts, 0 to 1 (Dice's coefficient). */
  static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
    int all = size(one) + size(other);
    if (all == 0) {
      return 0;
    }
    int shared = 0;
    for (Map.Entry<String, Integer> word : one.entrySet()) {
      shared += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
    }
    return 2.0 * shared / all;
  }

  private static int size(Map<String, Integer> bag) {
    return bag.values().stream().mapToInt(Integer::intValue).sum();
  }
}
