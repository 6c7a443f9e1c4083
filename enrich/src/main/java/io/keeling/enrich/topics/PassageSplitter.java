package io.keeling.enrich.topics;

import io.keeling.enrich.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into passages of about the size of the paragraphs that the categorizer was trained
 * with: at line breaks, once the passage has enough words, and in long paragraphs after a sentence.
 * The lengths are arbitrary, in words.
 */
public final class PassageSplitter {

  /** Fewest words of a passage; a shorter paragraph is read together with the next. */
  static final int SHORTEST = 25;

  /** The length from which the next end of a sentence ends the passage. */
  static final int LONG = 80;

  /** The longest passage. */
  static final int LONGEST = 160;

  private PassageSplitter() {}

  /**
   * The passages in order; together they have all the words.
   *
   * @param words the text's words in order
   */
  public static List<Passage> of(String text, List<Word> words) {
    List<Passage> passages = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || ends(text, words, first, i)) {
        passages.add(new Passage(words.subList(first, i)));
        first = i;
      }
    }
    return passages;
  }

  /** Whether a passage that begins at one word ends before another word. */
  private static boolean ends(String text, List<Word> words, int first, int next) {
    int length = next - first;
    if (length < SHORTEST) {
      return false;
    }
    if (length >= LONGEST) {
      return true;
    }
    for (int at = words.get(next - 1).end(); at < words.get(next).start(); at++) {
      char c = text.charAt(at);
      if (isLineBreak(c)) {
        return true;
      }
      if (length >= LONG && (c == '.' || c == '!' || c == '?')) {
        return true;
      }
    }
    return false;
  }

  /** Whether a paragraph ends here. */
  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }
}
