package io.keeling.app.terminal;

import java.util.regex.Pattern;

/** Makes text from the web safe to print on a terminal. */
public final class Printable {

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]+");

  private Printable() {}

  /** Returns the text on one line, without characters that could control a terminal. */
  public static String line(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }

  /** Returns the text as {@link #line} does, but with its indentation. */
  public static String keepIndent(String text) {
    return " ".repeat(text.length() - text.stripLeading().length()) + line(text);
  }
}
