package io.keeling.reader.wording;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Text with case and punctuation folded away, for comparing two places of a page. */
public final class Folded {

  private static final int ASCII = 0x80;

  /** The UTF-16 code units that are letters or digits; several times as fast as asking Unicode. */
  private static final BitSet LETTERS_AND_DIGITS = units(Character::isLetterOrDigit);

  private static final BitSet MARKS =
      units(c -> c > 0x2FF && Character.getType(c) == Character.NON_SPACING_MARK);

  private Folded() {}

  /** Returns letters and digits in lower case, with one space for each run of anything else. */
  public static String of(CharSequence text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** Folds at most the first characters of a text. */
  public static String of(CharSequence text, int limit) {
    int end = Math.min(text.length(), limit);
    char[] folded = new char[end]; // folding never makes a text longer
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c)) {
        if (gap && length > 0) {
          folded[length++] = ' ';
        }
        gap = false;
        folded[length++] = c < ASCII ? lower(c) : Character.toLowerCase(c);
      } else if (c != '\'' && c != '\u2019') {
        gap = true;
      }
    }
    return new String(folded, 0, length);
  }

  /** Same as {@link Character#isLetterOrDigit(char)}, but faster for frequent characters. */
  static boolean isLetterOrDigit(char c) {
    return c < ASCII
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : LETTERS_AND_DIGITS.get(c);
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }

  private static boolean isMark(char c) {
    return c > 0x2FF && MARKS.get(c);
  }

  private static BitSet units(IntPredicate are) {
    BitSet units = new BitSet(Character.MAX_VALUE + 1);
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      units.set(c, are.test(c));
    }
    return units;
  }
}
