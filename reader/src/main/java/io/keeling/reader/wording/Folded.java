package io.keeling.reader.wording;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Text with case and punctuation folded away, to compare what two places of a page say. */
public final class Folded {

  private static final int ASCII = 0x80;

  /** A bit for each UTF-16 code unit: asking Unicode for each takes several times as long. */
  private static final BitSet LETTERS_AND_DIGITS = units(Character::isLetterOrDigit);

  private static final BitSet MARKS =
      units(c -> c > 0x2FF && Character.getType(c) == Character.NON_SPACING_MARK);

  private Folded() {}

  /** Letters and digits in lower case, one space for each run of anything else. */
  public static String of(CharSequence text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** The same for at most the first characters of a text. */
  public static String of(CharSequence text, int limit) {
    int end = Math.min(text.length(), limit);
    char[] folded = new char[end]; // what is folded away is never shorter than the gap it leaves
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

  /** As {@link Character#isLetterOrDigit(char)}, which takes longer for what is most frequent. */
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
