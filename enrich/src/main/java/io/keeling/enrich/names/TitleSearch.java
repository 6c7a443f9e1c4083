package io.keeling.enrich.names;

/** Looks for a name in a title, as whole words: "UN" is not in "Sunday". */
final class TitleSearch {

  private TitleSearch() {}

  /** Whether a title has a name, in any case; an abbreviation only in capitals. */
  static boolean has(String title, String name) {
    boolean anyCase = !NameForm.acronym(name);
    for (int at = 0; at <= title.length() - name.length(); at++) {
      if (title.regionMatches(anyCase, at, name, 0, name.length())
          && (at == 0 || !Character.isLetterOrDigit(title.codePointBefore(at)))
          && endsWord(title, at + name.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWord(String title, int end) {
    return end == title.length() || !Character.isLetterOrDigit(title.codePointAt(end));
  }
}
