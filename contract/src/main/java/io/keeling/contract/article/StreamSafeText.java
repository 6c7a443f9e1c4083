package io.keeling.contract.article;

/**
 * Shortens very long runs of combining marks. Unicode's normal forms need time quadratic in such a
 * run (Unicode Standard Annex #15, section 13, "Stream-Safe Text Format").
 */
public final class StreamSafeText {

  /** Maximum number of combining marks in a row (UAX #15, section 13); texts need only a few. */
  private static final int MOST_MARKS = 30;

  private static final char FIRST_MARK = '\u0300';

  private StreamSafeText() {}

  /** Returns the text with long runs shortened; the same instance if there are none. */
  public static String of(String text) {
    StringBuilder safe = null;
    int run = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.charAt(i);
      if (c >= FIRST_MARK) {
        c = text.codePointAt(i);
      }
      run = c >= FIRST_MARK && isMark(c) ? run + 1 : 0;
      if (run > MOST_MARKS && safe == null) {
        safe = new StringBuilder(text.length()).append(text, 0, i);
      } else if (run <= MOST_MARKS && safe != null) {
        safe.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
