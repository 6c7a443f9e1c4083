package io.keeling.desk.articles;

import io.keeling.desk.articles.Trends.Span;
import io.keeling.desk.articles.Trends.SpanLength;
import io.keeling.desk.articles.Trends.Trend;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.QueryString;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Articles over time, drawn as a strip of bars. Immutable; threads may share it.
 *
 * @param bars one for each span, empty spans included
 * @param start first day, in words
 * @param end last day, in words
 * @param unit the length of a span and the highest count, in words
 * @param open whether the last span has not ended yet
 */
public record TrendView(List<Bar> bars, String start, String end, String unit, boolean open) {

  /** Height of the highest bar, in units of the drawing. */
  public static final int HEIGHT = 40;

  /** Width of a bar with its gap, in units of the drawing. */
  public static final int STEP = 10;

  /** Minimum number of bars for a drawing, since two bars show no trend. */
  private static final int FEWEST = 3;

  /** Maximum number of bars; a telephone cannot show more. */
  private static final int MOST = 60;

  /** Longest query for which bars are links; longer ones would make the page too heavy. */
  private static final int LONGEST_QUERY = 300;

  /**
   * A bar.
   *
   * @param title the span and its count, in words
   * @param height 0 to {@link #HEIGHT}
   * @param href the articles of the span, null if the query is too long
   * @param open whether the span has not ended yet
   */
  public record Bar(String title, int height, @Nullable String href, boolean open) {}

  /** The spans that one bar shows. */
  private record Column(LocalDate start, LocalDate end, int count) {}

  /** Width of the drawing, in its units. */
  public int width() {
    return bars.size() * STEP;
  }

  /**
   * The strip for a trend, null if there are too few spans.
   *
   * @param today the current day, in UTC
   */
  public static @Nullable TrendView of(
      Trend trend, ArticleQuery query, Addresses addresses, Messages messages, LocalDate today) {
    if (trend.spans().size() < FEWEST) {
      return null;
    }
    int spans = (trend.spans().size() + MOST - 1) / MOST;
    List<Column> columns = columns(trend, spans);
    int highest = columns.stream().mapToInt(Column::count).max().orElse(1);
    Dates dates = new Dates(messages);
    boolean linked = QueryString.of(query.filters()).length() <= LONGEST_QUERY;
    List<Bar> bars =
        columns.stream()
            .map(
                column ->
                    new Bar(
                        title(column, trend.step(), spans, today, messages),
                        height(column.count(), highest),
                        linked ? within(query, column, addresses) : null,
                        column.end().isAfter(today)))
            .toList();
    String step = trend.step().name().toLowerCase(Locale.ROOT);
    return new TrendView(
        bars,
        dates.day(columns.get(0).start()),
        dates.day(columns.get(columns.size() - 1).end().minusDays(1)),
        messages.of("trend.unit-" + step + (spans == 1 ? "" : "s"), "span", spans, "most", highest),
        bars.get(bars.size() - 1).open());
  }

  /**
   * Joins spans into columns. It starts with the latest span, so that only the first column can
   * have fewer spans.
   */
  private static List<Column> columns(Trend trend, int each) {
    List<Span> all = trend.spans();
    List<Column> columns = new ArrayList<>();
    for (int end = all.size(); end > 0; end -= each) {
      List<Span> joined = all.subList(Math.max(0, end - each), end);
      columns.add(
          0,
          new Column(
              joined.get(0).start(),
              trend.step().after(joined.get(joined.size() - 1).start()),
              joined.stream().mapToInt(Span::count).sum()));
    }
    return columns;
  }

  /** The height of a bar, in units of the drawing; at least 2 if the count is not 0. */
  public static int height(double count, double highest) {
    return count == 0 ? 0 : Math.max(2, (int) Math.round(HEIGHT * count / highest));
  }

  private static String title(
      Column column, SpanLength step, int spans, LocalDate today, Messages messages) {
    return messages.of(
        column.end().isAfter(today) ? "trend.bar-open" : "trend.bar",
        "span",
        spans == 1 ? span(step, column.start(), messages) : range(column, messages),
        "count",
        column.count());
  }

  private static String range(Column column, Messages messages) {
    Dates dates = new Dates(messages);
    return messages.of(
        "trend.range",
        "first",
        dates.day(column.start()),
        "last",
        dates.day(column.end().minusDays(1)));
  }

  public static String span(SpanLength step, LocalDate start, Messages messages) {
    Dates dates = new Dates(messages);
    return switch (step) {
      case DAY -> dates.day(start);
      case WEEK -> messages.of("trend.week", "day", dates.day(start));
      case MONTH -> dates.month(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  private static String within(ArticleQuery query, Column column, Addresses addresses) {
    return addresses.list(
        query.with(
            query
                .filters()
                .within(
                    column.start().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    column.end().atStartOfDay(ZoneOffset.UTC).toInstant())));
  }
}
