package io.keeling.contract.text;

/** Makes text of the web fit to be stored and shown. Lengths are UTF-16 code units. */
public final class PlainText {

  /** What stands where a character was that is none (Unicode Standard, section 23.8). */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String ELLIPSIS = "\u2026";

  private PlainText() {}

  /**
   * The text without what JSON, PostgreSQL or a terminal cannot take: half a surrogate pair and NUL
   * become U+FFFD, other control characters spaces, but for tab and newline. Every offset into the
   * text stays right, for nothing changes its length. The same instance if there is nothing to do.
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
   * The text as one line that cannot disturb what stands around it: storable, white space as single
   * spaces, without the marks that turn the direction of all that follows (Unicode Standard Annex
   * 9, section 2.1 to 2.5), and no two invisible characters in a row.
   *
   * @param most longest line, its ellipsis included; a longer one is cut
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
   * A text that is no longer than a limit: itself, or as many of its words as fit, and an ellipsis.
   * A word that is most of it is cut between two characters.
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

  /** Spaces of a width of their own stay: typography of many languages asks for them. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\u00A0' || c == '\u2028' || c == '\u2029';
  }

  private static boolean turns(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  /** Zero width, joiners and marks of direction: each has a use alone, none in a row. */
  private static boolean isInvisible(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u2060' && c <= '\u2064')
        || c == '\u061C'
        || c == '\uFEFF';
  }
}
