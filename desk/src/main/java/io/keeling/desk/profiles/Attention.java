package io.keeling.desk.profiles;

import io.keeling.desk.articles.Trends.SpanLength;
import io.keeling.search.query.Filters;
import java.time.LocalDate;
import java.util.List;

/**
 * Articles over time, as counts and as a share of all published articles. Immutable; threads may
 * share it.
 *
 * @param filters the articles counted, with their time
 * @param step the length of spans
 * @param items the spans in order, empty ones included
 * @param articles number of articles in all spans
 * @param published number of articles that the same outlets published in all spans
 */
public record Attention(
    Filters filters, SpanLength step, List<Span> items, int articles, int published) {

  public Attention {
    items = List.copyOf(items);
  }

  /**
   * A span of time.
   *
   * @param start its first day (UTC)
   * @param end the day after its last day
   * @param published number of articles that the same outlets published in it
   */
  public record Span(LocalDate start, LocalDate end, int count, int published) {

    /** Share of published articles, 0 to 1; 0 if nothing was published. */
    public double share() {
      return Attention.share(count, published);
    }
  }

  /** Share of published articles over all spans, 0 to 1. */
  public double share() {
    return share(articles, published);
  }

  /** A part divided by the whole; 0 if the whole is 0. */
  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
