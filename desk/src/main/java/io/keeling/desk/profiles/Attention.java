package io.keeling.desk.profiles;

import io.keeling.desk.articles.Trends.Step;
import io.keeling.search.query.Filters;
import java.time.LocalDate;
import java.util.List;

/**
 * How much of what was published some articles are, over time.
 *
 * @param filters the articles that are counted, with the time they are counted in
 * @param step how long each span is
 * @param items the spans, in the order of time; those without articles are among them
 * @param articles how many there are in all spans
 * @param published how many the same outlets published in all spans
 */
public record Attention(Filters filters, Step step, List<Span> items, int articles, int published) {

  public Attention {
    items = List.copyOf(items);
  }

  /**
   * A span.
   *
   * @param start its first day (UTC)
   * @param end the day after its last
   * @param count articles in it
   * @param published what the same outlets published in it
   */
  public record Span(LocalDate start, LocalDate end, int count, int published) {

    /** Which part of it they are, 0 to 1; 0 where nothing was published. */
    public double share() {
      return Attention.share(count, published);
    }
  }

  /** Which part of what was published they are in all spans, 0 to 1. */
  public double share() {
    return share(articles, published);
  }

  /** A part of a whole; 0 of nothing. */
  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
