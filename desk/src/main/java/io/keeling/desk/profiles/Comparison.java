package io.keeling.desk.profiles;

import io.keeling.search.query.Filters;
import java.util.List;

/**
 * What outlets write about, side by side.
 *
 * @param all the articles of all outlets
 * @param articles how many those are
 * @param outlets the outlets that are compared
 * @param rows the topics, those that most articles have first
 */
public record Comparison(Filters all, int articles, List<Outlet> outlets, List<Row> rows) {

  /** Outlets side by side: as many as a table can show. */
  public static final int MOST_OUTLETS = 4;

  public Comparison {
    outlets = List.copyOf(outlets);
    rows = List.copyOf(rows);
  }

  /**
   * An outlet.
   *
   * @param filters its articles among those compared
   * @param articles how many those are
   */
  public record Outlet(String domain, String label, Filters filters, int articles) {}

  /**
   * A topic.
   *
   * @param count articles of all outlets that have it
   * @param counts those of each outlet, in their order
   */
  public record Row(String topic, int count, List<Integer> counts) {

    public Row {
      counts = List.copyOf(counts);
    }
  }

  /** Which part of an outlet's articles has a topic. */
  public double share(Row row, int outlet) {
    return Attention.share(row.counts().get(outlet), outlets.get(outlet).articles());
  }

  /** Which part of all articles has a topic. */
  public double share(Row row) {
    return Attention.share(row.count(), articles);
  }

  /**
   * How far an outlet's topics are those of all outlets, 0 to 1: each topic's part of all its tags,
   * and the lesser of that part here and there, added up (the overlap of two distributions).
   */
  public double overlap(int outlet) {
    double own = rows.stream().mapToInt(row -> row.counts().get(outlet)).sum();
    double whole = rows.stream().mapToInt(Row::count).sum();
    return own == 0 || whole == 0
        ? 0
        : rows.stream()
            .mapToDouble(row -> Math.min(row.counts().get(outlet) / own, row.count() / whole))
            .sum();
  }
}
