package io.keeling.desk.profiles;

import io.keeling.search.query.Filters;
import java.util.List;

/**
 * The topics of outlets, side by side. Immutable; threads may share it.
 *
 * @param all filters for the articles of all outlets
 * @param articles number of articles of all outlets
 * @param outlets the outlets compared
 * @param rows the topics, most frequent first
 */
public record OutletComparison(Filters all, int articles, List<Outlet> outlets, List<Row> rows) {

  /** Maximum number of outlets side by side in the table. */
  public static final int MOST_OUTLETS = 4;

  public OutletComparison {
    outlets = List.copyOf(outlets);
    rows = List.copyOf(rows);
  }

  /**
   * An outlet.
   *
   * @param filters its articles among those compared
   * @param articles number of its articles
   */
  public record Outlet(String domain, String label, Filters filters, int articles) {}

  /**
   * A topic.
   *
   * @param count number of articles of all outlets with the topic
   * @param counts number of articles of each compared outlet with the topic, in the order of
   *     outlets
   */
  public record Row(String topic, int count, List<Integer> counts) {

    public Row {
      counts = List.copyOf(counts);
    }
  }

  /** Share of an outlet's articles with a topic. */
  public double share(Row row, int outlet) {
    return Attention.share(row.counts().get(outlet), outlets.get(outlet).articles());
  }

  /** Share of all articles with a topic. */
  public double share(Row row) {
    return Attention.share(row.count(), articles);
  }

  /**
   * How much an outlet's distribution of topics overlaps with that of all outlets, 0 to 1: the sum,
   * over topics, of the smaller of the two shares.
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
