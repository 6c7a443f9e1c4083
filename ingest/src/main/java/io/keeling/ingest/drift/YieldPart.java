package io.keeling.ingest.drift;

import java.util.Locale;

/** An aspect of a source's yield that is monitored for drops. */
public enum YieldPart {
  /** The share of pages that are articles. */
  ARTICLE,
  /** The share of articles that name an author. */
  AUTHOR,
  /** The share of articles that have a date. */
  DATE,
  /** The length of articles. */
  LENGTH;

  /** The word used in metrics and on the terminal, such as {@code author}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns half of the usual value, in the unit of {@link Trend}. */
  double half(double usual) {
    // Lengths are logarithms, so halving one means subtracting a constant.
    return this == LENGTH ? usual - 100 * Math.log(2) : usual / 2;
  }

  /** Converts a length in characters to a value in the unit of {@link Trend}. */
  static int length(int characters) {
    return (int) Math.round(100 * Math.log(Math.max(1, characters)));
  }

  /** Converts a value in the unit of {@link Trend} to a length in characters. */
  static int characters(double length) {
    return (int) Math.round(Math.exp(length / 100));
  }

  /** Returns 100 if the part is there, 0 if it is missing. */
  static int share(boolean there) {
    return there ? 100 : 0;
  }
}
