package io.keeling.reader.authors;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for authors in a page's scripts and data attributes, under names such as "author", where
 * nothing else names one. An author is used only if all these names have the same value.
 */
final class ScriptedAuthors {

  /** Characters searched, a limit for pages that are mostly script. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int MOST_HITS = 40;

  /** Length of "author" and "byline", which the searched names begin with. */
  private static final int NAME = 6;

  private static final int[] SHIFTS = shifts();

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

  /**
   * Returns the value that all names such as "author" have; empty if there are no such names or if
   * their values differ.
   */
  static List<String> in(String html) {
    int end = Math.min(html.length(), MOST_CHARACTERS);
    Set<String> values = new LinkedHashSet<>();
    Matcher matcher = VALUE.matcher(html);
    int at = next(html, 0, end);
    for (int hits = 0; at >= 0 && hits < MOST_HITS; hits++) {
      matcher.region(at, Math.min(html.length(), at + WINDOW));
      if (matcher.lookingAt() && AuthorNames.isNames(matcher.group(1).strip())) {
        values.add(matcher.group(1).strip());
      }
      at = next(html, at + 1, end);
    }
    return values.size() == 1 ? List.copyOf(values) : List.of();
  }

  /**
   * Returns where the next name such as "author" begins (after Horspool, 1980, for two words), or
   * -1.
   */
  private static int next(String html, int from, int end) {
    for (int last = from + NAME - 1; last < end; ) {
      char c = html.charAt(last);
      if ((c | 0x20) == 'r' || (c | 0x20) == 'e') {
        int start = last - NAME + 1;
        if (html.regionMatches(true, start, "author", 0, NAME)
            || html.regionMatches(true, start, "byline", 0, NAME)) {
          return start;
        }
      }
      last += c < SHIFTS.length ? SHIFTS[c] : NAME;
    }
    return -1;
  }

  /** Returns how far the search may skip ahead for each last character of its window. */
  private static int[] shifts() {
    int[] shifts = new int[0x80];
    Arrays.fill(shifts, NAME);
    for (int i = 0; i < NAME - 1; i++) {
      for (char c : new char[] {"author".charAt(i), "byline".charAt(i)}) {
        shifts[c] = Math.min(shifts[c], NAME - 1 - i);
        shifts[Character.toUpperCase(c)] = shifts[c];
      }
    }
    return shifts;
  }
}
