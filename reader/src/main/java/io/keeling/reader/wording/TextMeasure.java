package io.keeling.reader.wording;

/**
 * Counts of words and punctuation in a piece of text, in any script.
 *
 * @param words words between spaces; in scripts without spaces two characters count as one. At
 *     least one for each hundred characters, so that a long text never has few words
 * @param commas commas of any script
 * @param sentenceEnds full stops, question and exclamation marks of any script
 */
public record TextMeasure(int words, int commas, int sentenceEnds) {

  /** Characters that count as at least one word: words and most addresses are shorter. */
  private static final int LONGEST_WORD = 100;

  /** Measures a text, in time linear in its length. */
  public static TextMeasure of(CharSequence text) {
    int words = 0;
    int unspaced = 0;
    int commas = 0;
    int ends = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 && Folded.isLetterOrDigit(c)) { // most characters
        words += inWord ? 0 : 1;
        inWord = true;
        continue;
      }
      if (isComma(c)) {
        commas++;
      } else if (isSentenceEnd(c)) {
        if (c > 0x7F || i + 1 == text.length() || !Folded.isLetterOrDigit(text.charAt(i + 1))) {
          ends++;
        }
      } else if (isUnspaced(c)) {
        unspaced++;
        inWord = false;
        continue;
      }
      boolean letter = Folded.isLetterOrDigit(c);
      if (letter && !inWord) {
        words++;
      }
      inWord = letter || (inWord && c > ' ');
    }
    int least = text.length() / LONGEST_WORD;
    return new TextMeasure(Math.max(words + (unspaced + 1) / 2, least), commas, ends);
  }

  public static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x3004))
        || (c >= 0x0E00 && c <= 0x0EFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x3FFFF);
  }

  public static boolean isSentenceEnd(char c) {
    return switch (c) {
      case '.', '!', '?', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u06D4', '\u0964' ->
          true;
      default -> false;
    };
  }

  private static boolean isComma(char c) {
    return c == ',' || c == '\u060C' || c == '\u3001' || c == '\uFF0C';
  }
}
