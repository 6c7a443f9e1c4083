package io.keeling.reader.authors;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for authors under telling names in a page's scripts and data attributes, where nothing else
 * names one. Only a page whose scripts agree on one value is believed. Stateless.
 */
final class ScriptedAuthors {

  /** Bounds the search on pages that are mostly script. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int MOST_HITS = 40;
  private static final int WINDOW = 240;
  private static final String QUOTE = "(?:\"|'|&quot;|&#34;|\\\\\"|\\\\u0022)";

  private static final Pattern VALUE =
      Pattern.compile(
          "(?:authors?_?(?:full)?_?names?|authors?|bylines?)"
              + QUOTE
              + "?\\s{0,3}[:=]\\s{0,3}\\[?\\s{0,3}"
              + "(?:\\{[^{}\\[\\]]{0,120}?\\bname"
              + QUOTE
              + "\\s{0,3}:\\s{0,3})?"
              + QUOTE
              + "([^\"'&\\\\<>{}]{5,80})"
              + QUOTE,
          Pattern.CASE_INSENSITIVE);

  private ScriptedAuthors() {}

  /** The value that all telling names share; empty if there is none or if they differ. */
  static List<String> in(String html) {
    int end = Math.min(html.length(), MOST_CHARACTERS);
    Set<String> values = new LinkedHashSet<>();
    Matcher matcher = VALUE.matcher(html);
    int hits = 0;
    for (int i = 0; i < end - 8 && hits < MOST_HITS; i++) {
      char c = html.charAt(i);
      boolean author = (c == 'a' || c == 'A') && html.regionMatches(true, i + 1, "uthor", 0, 5);
      boolean byline = (c == 'b' || c == 'B') && html.regionMatches(true, i + 1, "yline", 0, 5);
      if (author || byline) {
        hits++;
        matcher.region(i, Math.min(html.length(), i + WINDOW));
        if (matcher.lookingAt() && AuthorNames.isNames(matcher.group(1).strip())) {
          values.add(matcher.group(1).strip());
        }
      }
    }
    return values.size() == 1 ? List.copyOf(values) : List.of();
  }
}
