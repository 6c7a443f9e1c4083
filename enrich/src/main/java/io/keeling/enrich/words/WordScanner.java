package io.keeling.enrich.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits text into words for lexicons, in one pass. Letters and digits make words. A hyphen
 * separates words, so that "net-zero" and "net zero" are the same. Apostrophes, and dots inside
 * abbreviations and numbers, do not separate words. Stateless; threads may share it.
 */
public final class WordScanner {

  /** The languages in which an apostrophe ends a word: "l'éolien" is "l" and "éolien". */
  private static final Set<String> ELIDING = Set.of("fr", "it", "pt");

  private final WordForm wordForm;
  private final boolean elides;

  public WordScanner(WordForm wordForm) {
    this(wordForm, false);
  }

  private WordScanner(WordForm wordForm, boolean elides) {
    this.wordForm = wordForm;
    this.elides = elides;
  }

  /** The scanner for a language, by its ISO 639-1 code. */
  public static WordScanner of(String language) {
    return new WordScanner(WordForm.of(language), ELIDING.contains(language));
  }

  /** The words of a text, in order. */
  public List<Word> scan(String text) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 4);
    int length = text.length();
    int at = 0;
    while (at < length) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        int end = endOfWord(text, at);
        words.add(word(text, at, end));
        at = end;
      } else {
        at += Character.charCount(point);
      }
    }
    return words;
  }

  private int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point) || isMark(point)) {
        at += Character.charCount(point);
      } else if (joins(text, start, at)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.OTHER_NUMBER;
  }

  private boolean joins(String text, int start, int at) {
    char c = text.charAt(at);
    boolean more = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    if (c == '\'' || c == '\u2019') {
      return more && !elides;
    }
    boolean digits = Character.isDigit(text.charAt(at - 1));
    if (c == '.' || c == ',') {
      if (more && digits && Character.isDigit(text.charAt(at + 1))) {
        return true;
      }
      return c == '.' && initials(text, start, at);
    }
    return false;
  }

  /** Whether a word so far is one letter, or letters with a dot after each: "U", "U.N". */
  private static boolean initials(String text, int start, int at) {
    if ((at - start) % 2 == 0 || !Character.isUpperCase(text.charAt(start))) {
      return false;
    }
    // The letters before the last one were checked at their own dots.
    if (!Character.isUpperCase(text.charAt(at - 1))
        || (at - start > 1 && text.charAt(at - 2) != '.')) {
      return false;
    }
    boolean more = at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1));
    boolean several = at - start >= 3;
    return several || more;
  }

  private Word word(String text, int start, int end) {
    String raw = text.substring(start, end);
    if (raw.indexOf('.') >= 0 && !Character.isDigit(raw.charAt(0))) {
      raw = raw.replace(".", "");
    }
    raw = WordForm.withoutPossessive(raw);
    return new Word(start, end, raw, wordForm.of(raw, raw.length()));
  }
}
