package io.keeling.reader.outline;

/**
 * Cuts names of tags that no page has, as jsoup 1.24.1 takes time with the square of such a name:
 * six seconds for two megabytes. Stateless.
 */
final class TagNames {

  /** In characters; the names of custom elements have some dozens. */
  private static final int LONGEST = 5_000;

  private TagNames() {}

  /** The markup with no name longer than that; the same instance if there is none. */
  static String cut(String markup) {
    StringBuilder cut = null;
    int start = -1; // of a tag that may still be within its name
    for (int i = 0; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (c == '<' && isName(markup, i + 1)) {
        start = start < 0 ? i : start;
      } else if (c == '/' && i > 0 && markup.charAt(i - 1) == '<' && isName(markup, i + 1)) {
        start = i - 1; // in a script, "a<b</script" ends the script
      } else if (c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r')) {
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

  private static boolean isName(String markup, int at) {
    char c = at < markup.length() ? markup.charAt(at) : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
