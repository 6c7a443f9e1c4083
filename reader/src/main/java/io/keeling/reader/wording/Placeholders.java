package io.keeling.reader.wording;

import java.util.regex.Pattern;

/**
 * Tells what a template left standing where it had no value: {@code {$site.name}}, {@code
 * {{title}}}, {@code %%author%%}.
 */
public final class Placeholders {

  /** In the languages of templates that pages are made with; each within one bracket. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{[^{}]{1,200}+}}|\\{[$%#][^{}]{1,200}+}|[$#]\\{[^{}]{1,200}+}"
              + "|%%[^%]{1,200}+%%|<%[^%<>]{1,200}+%>|\\[\\[[^\\[\\]]{1,200}+]]");

  /** Words beside it from which on it is what a text is about. */
  private static final int MOST_WORDS = 2;

  /** No field with a placeholder is longer. */
  private static final int LONGEST = 1_000;

  private Placeholders() {}

  /** Whether a value is a placeholder, with a word or two such as the site's name beside it. */
  public static boolean isUnfilled(String value) {
    return value.length() <= LONGEST
        && mayHave(value)
        && PLACEHOLDER.matcher(value).find()
        && TextMeasure.of(PLACEHOLDER.matcher(value).replaceAll(" ")).words() <= MOST_WORDS;
  }

  private static boolean mayHave(String value) {
    return value.indexOf('{') >= 0 || value.indexOf('[') >= 0 || value.indexOf('%') >= 0;
  }
}
