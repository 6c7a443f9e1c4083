package io.keeling.reader.outline;

/**
 * Cuts overlong tag names, for which jsoup 1.24.1 needs time quadratic in their length: six seconds
 * for two megabytes.
 */
final class TagNames {

  /** Longest name, in characters; those of custom elements have some dozens. */
  private static final int LONGEST = 5_000;

  private TagNames() {}

  /** Returns the markup with overlong tag names cut; the same instance if there are none. */
  static String cut(String markup) {
    return hasLong(markup) ? shortened(markup) : markup;
  }

  /** Whether there is an overlong tag name. Reads only tags, which are a small part of a page. */
  private static boolean hasLong(String markup) {
    int at = markup.indexOf('<');
    while (at >= 0) {
      int name = at + 1 < markup.length() && markup.charAt(at + 1) == '/' ? at + 2 : at + 1;
      int end = name;
      if (isName(markup, name)) {
        while (end < markup.length() && !endsName(markup.charAt(end))) {
          end++;
        }
        if (end - at > LONGEST) {
          return true;
        }
      }
      boolean closing = end > name && end < markup.length() && markup.charAt(end) == '/';
      at = markup.indexOf('<', closing ? end - 1 : end); // as in "a<b</script"
    }
    return false;
  }

  private static String shortened(String markup) {
    StringBuilder cut = null;
    int start = -1; // of a tag whose name may still go on
    for (int i = 0; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (c == '<' && isName(markup, i + 1)) {
        start = start < 0 ? i : start;
      } else if (c == '/' && i > 0 && markup.charAt(i - 1) == '<' && isName(markup, i + 1)) {
        start = i - 1; // in a script, "a<b</script" ends the script
      } else if (endsName(c)) {
        start = -1;
      }
      boolean kept = start < 0 || i - start <= LONGEST;
      if (!kept && cut == null) {
        cut = new StringBuilder(markup.length()).append(markup, 0, i);
      } else if (kept && cut != null) {
        cut.append(c);
      }
    }
    return cut == null ? markup : cut.toString();
  }

  private static boolean endsName(char c) {
    return c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isName(String markup, int at) {
    char c = at < markup.length() ? markup.charAt(at) : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
