package io.keeling.reader.wording;

import io.keeling.contract.text.PlainText;

/** The first words of a text, for a page that has no headline. */
public final class FirstWords {

  /** Longest result, in UTF-16 code units, as long as a long headline. */
  private static final int LONGEST = 100;

  private FirstWords() {}

  /** Returns the first line of a text, cut after a word if it is long. */
  public static String of(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return PlainText.cut(line, LONGEST);
  }
}
