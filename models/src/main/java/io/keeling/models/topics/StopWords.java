package io.keeling.models.topics;

import io.keeling.models.files.WordSections;
import java.util.Locale;
import java.util.Set;

/** English words that occur in every text and do not indicate a topic, whatever their weight. */
final class StopWords {

  private static final WordSections WORDS = new WordSections(StopWords.class);

  private static final Set<String> ENGLISH = WORDS.set("words");

  private StopWords() {}

  /**
   * Whether a word is a stop word, ignoring case and a contraction: "It's". Also true for
   * punctuation.
   */
  static boolean has(String word) {
    String plain = word.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    int apostrophe = plain.indexOf('\'');
    String first = apostrophe < 0 ? plain : plain.substring(0, apostrophe);
    boolean negated = plain.endsWith("n't");
    return negated
        || ENGLISH.contains(first)
        || plain.chars().noneMatch(Character::isLetterOrDigit);
  }
}
