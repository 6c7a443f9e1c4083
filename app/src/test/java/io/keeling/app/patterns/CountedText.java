package io.keeling.app.patterns;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that counts how often it is read. Not for sharing between threads. */
final class CountedText implements CharSequence {

  /** A search that has read so often will not end; an error, as nothing on the way may catch it. */
  static final class Endless extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private final long most;
  private long reads;

  private CountedText(String text, long most) {
    this.text = text;
    this.most = most;
  }

  /** Reads that it takes to find everything that a pattern finds in a text, or {@code most}. */
  static long reads(Pattern pattern, String text, long most) {
    CountedText counted = new CountedText(text, most);
    try {
      Matcher matcher = pattern.matcher(counted);
      while (matcher.find()) {
        // each find is counted
      }
      matcher.matches();
    } catch (Endless | StackOverflowError e) {
      return most;
    }
    return counted.reads;
  }

  @Override
  public char charAt(int index) {
    if (++reads > most) {
      throw new Endless();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
