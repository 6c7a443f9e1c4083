package io.keeling.models.text;

import io.keeling.models.files.WordSections;
import java.util.Locale;
import java.util.Set;

/** Words written with a dot that does not end a sentence. */
final class DottedAbbreviations {

  private static final WordSections WORDS = new WordSections(DottedAbbreviations.class);

  /** Abbreviations that a name or number follows, so that no sentence ends with them. */
  private static final Set<String> BEFORE_NAMES = WORDS.set("before-names");

  /** Abbreviations before a number: "No. 10", "Nr. 3", "pp. 4". */
  private static final Set<String> BEFORE_NUMBERS =
      Set.of("no", "nos", "nr", "núm", "p", "pp", "art", "fig", "vol", "sec");

  private DottedAbbreviations() {}

  /** Whether a word, without its last dot, is an abbreviation before a name: "Gov", "Dr". */
  static boolean isBeforeName(String word) {
    return BEFORE_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word, without its last dot, is an abbreviation before a number: "No", "Fig". */
  static boolean isBeforeNumber(String word) {
    return BEFORE_NUMBERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word, without its last dot, consists of capitals separated by dots: "J", "D.Y". */
  static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean right = i % 2 == 0 ? Character.isUpperCase(word.charAt(i)) : word.charAt(i) == '.';
      if (!right) {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }
}
