package io.keeling.ingest.listing;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The operator's pattern for article links, used for one page. Some patterns never finish on some
 * addresses, and the page chooses the addresses, so the characters read are counted and limited.
 * Not thread-safe.
 */
public final class LinkPattern {

  /**
   * Maximum number of characters read for all links of a page. Enough to read each character of ten
   * thousand links of a hundred characters a hundred times; takes a second or less.
   */
  private static final long MOST_READS = 100_000_000;

  private final Pattern pattern;
  private long reads;

  private LinkPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  public static Optional<LinkPattern> of(String regex) {
    try {
      return Optional.of(new LinkPattern(Pattern.compile(regex)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether an address matches; always false once {@link #isExhausted()}. */
  boolean isIn(String address) {
    try {
      return !isExhausted() && pattern.matcher(new Counted(address)).find();
    } catch (ExhaustedException | StackOverflowError e) {
      reads = MOST_READS;
      return false;
    }
  }

  boolean isExhausted() {
    return reads >= MOST_READS;
  }

  private static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExhaustedException() {
      super("the pattern takes too long", null, false, false);
    }
  }

  private final class Counted implements CharSequence {
    private final String text;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++reads >= MOST_READS) {
        throw new ExhaustedException();
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
}
