package io.keeling.feeds.page;

import java.util.List;

/**
 * Articles over time as a strip of bars. Immutable and safe to share between threads.
 *
 * @param bars one for each span of time, empty spans included
 * @param start first day, in words
 * @param end last day, in words
 * @param summary the strip in one sentence, for those who do not see it
 */
public record TrendView(List<Bar> bars, String start, String end, String summary) {

  /** Height of the highest bar, in the strip's own units. */
  public static final int HEIGHT = 40;

  /** Width of a bar with its gap, in the same units. */
  public static final int STEP = 10;

  /**
   * A bar.
   *
   * @param title the span and its count, in words
   * @param height 0 to {@link #HEIGHT}
   * @param href the articles of the span alone
   */
  public record Bar(String title, int height, String href) {}

  /** Width of the whole strip. */
  public int width() {
    return bars.size() * STEP;
  }
}
