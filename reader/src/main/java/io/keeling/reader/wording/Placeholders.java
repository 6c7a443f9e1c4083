package io.keeling.reader.wording;

import java.util.regex.Pattern;

/**
 * Recognises placeholders that a template left unfilled: {@code {$site.name}}, {@code {{title}}},
 * {@code %%author%%}.
 */
public final class Placeholders {

  /** Placeholders of the usual template languages, without nested brackets. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{[^{}]{1,200}+}}|\\{[$%#][^{}]{1,200}+}|[$#]\\{[^{}]{1,200}+}"
              + "|%%[^%]{1,200}+%%|<%[^%<>]{1,200}+%>|\\[\\[[^\\[\\]]{1,200}+]]");

  /** Maximum number of words beside a placeholder; with more, the text is about placeholders. */
  private static final int MOST_WORDS = 2;

  /** Longest value read, in characters; no field with a placeholder is longer. */
  private static final int LONGEST = 1_000;

  private Placeholders() {}

  /** Whether a value is a placeholder, perhaps with a word or two such as the site's name. */
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
