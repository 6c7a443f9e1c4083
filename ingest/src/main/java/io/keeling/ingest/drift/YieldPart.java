package io.keeling.ingest.drift;

import java.util.Locale;

/** A quality of a source's pages that is watched for a loss. */
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

  /** Half of what is usual, in the unit of {@link Trend}. */
  double half(double usual) {
    // Lengths are logarithms: half of one is a constant less.
    return this == LENGTH ? usual - 100 * Math.log(2) : usual / 2;
  }

  /** A length in characters as a value. */
  static int length(int characters) {
    return (int) Math.round(100 * Math.log(Math.max(1, characters)));
  }

  /** A value as a length in characters. */
  static int characters(double length) {
    return (int) Math.round(Math.exp(length / 100));
  }

  /** A value that is there or is not. */
  static int share(boolean there) {
    return there ? 100 : 0;
  }
}
