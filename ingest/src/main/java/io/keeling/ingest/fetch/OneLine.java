package io.keeling.ingest.fetch;

import java.util.regex.Pattern;

/** Makes text from the web safe for a log line or a header. */
public final class OneLine {

  /** Longest line, in characters: enough for an address and a description of the problem. */
  private static final int LONGEST = 300;

  private static final Pattern NOT_PRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private OneLine() {}

  public static String of(String text) {
    String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String line = NOT_PRINTABLE.matcher(start).replaceAll(" ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
