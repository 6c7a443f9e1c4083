package io.keeling.ingest.drift;

import java.util.Locale;

/** What a source may lose. */
public enum Part {
  /** Pages that are articles at all. */
  ARTICLE,
  /** Articles that name who wrote them. */
  AUTHOR,
  /** Articles that say when they were published. */
  DATE,
  /** How long articles are. */
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

  /** The value of a length in characters. */
  static int length(int characters) {
    return (int) Math.round(100 * Math.log(Math.max(1, characters)));
  }

  /** How long that is which has a value, in characters. */
  static int characters(double length) {
    return (int) Math.round(Math.exp(length / 100));
  }

  /** The value of something that is there or is not. */
  static int share(boolean there) {
    return there ? 100 : 0;
  }
}
