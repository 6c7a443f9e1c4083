package io.keeling.contract.text;

/** Makes text from the web fit to be stored and shown. Lengths are UTF-16 code units. */
public final class PlainText {

  /** Replaces invalid characters (Unicode Standard, section 23.8). */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String ELLIPSIS = "\u2026";

  private PlainText() {}

  /**
   * Replaces characters that JSON, PostgreSQL or a terminal cannot handle: half a surrogate pair
   * and NUL by U+FFFD, other control characters except tab and newline by spaces. The length, and
   * so every offset, is unchanged. Returns the same instance if nothing changes.
   */
  public static String storable(String text) {
    char[] changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = storable(text, i);
      if (c != text.charAt(i)) {
        changed = changed == null ? text.toCharArray() : changed;
        changed[i] = c;
      }
    }
    return changed == null ? text : new String(changed);
  }

  private static char storable(String text, int at) {
    char c = text.charAt(at);
    if (c == 0 || isHalf(text, at)) {
      return REPLACEMENT;
    }
    return Character.isISOControl(c) && c != '\t' && c != '\n' ? ' ' : c;
  }

  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /**
   * Returns the text as one line that cannot disturb its surroundings: storable, with single
   * spaces, without marks that change the direction of following text (Unicode Standard Annex 9,
   * sections 2.1 to 2.5), and without two invisible characters in a row.
   *
   * @param most maximum length of the line, including its ellipsis; longer lines are cut
   */
  public static String line(String text, int most) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), most + 1));
    boolean gap = false;
    boolean invisible = false;
    for (int i = 0; i < text.length() && line.length() <= most; i++) {
      char c = storable(text, i);
      if (isBlank(c)) {
        gap = true;
      } else if (!turns(c) && !(invisible && isInvisible(c))) {
        line.append(gap && !line.isEmpty() ? " " : "").append(c);
        gap = false;
        invisible = isInvisible(c);
      }
    }
    return cut(line.toString(), most);
  }

  /**
   * Returns the text, or as many of its words as fit into the limit together with an ellipsis. A
   * single word that fills most of the limit is cut in the middle.
   */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - 1);
    int end = space > most / 2 ? space : most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  /**
   * Whether a character is a blank. Spaces of special widths are not blanks, as the typography of
   * many languages needs them.
   */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\u00A0' || c == '\u2028' || c == '\u2029';
  }

  private static boolean turns(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  /**
   * Whether a character is a zero-width character, joiner or direction mark. These are useful
   * alone, but never several in a row.
   */
  private static boolean isInvisible(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u2060' && c <= '\u2064')
        || c == '\u061C'
        || c == '\uFEFF';
  }
}
