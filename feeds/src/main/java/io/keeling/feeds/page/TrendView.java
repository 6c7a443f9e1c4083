package io.keeling.feeds.page;

import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.query.Stories;
import io.keeling.feeds.store.TrendStore.Step;
import io.keeling.feeds.store.TrendStore.Trend;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  private static final int FEWEST = 3;

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

  /** The strip of a trend, none where there is no course of time to see. */
  static @Nullable TrendView of(Trend trend, ArticleQuery query, int pageSize) {
    if (trend.spans().size() < FEWEST) {
      return null;
    }
    int highest = trend.spans().stream().mapToInt(span -> span.count()).max().orElse(1);
    LocalDate first = trend.spans().get(0).start();
    LocalDate last = trend.spans().get(trend.spans().size() - 1).start();
    List<Bar> bars =
        trend.spans().stream()
            .map(
                span ->
                    new Bar(
                        span(trend.step(), span.start()) + ": " + articles(span.count()),
                        height(span.count(), highest),
                        within(query, span.start(), trend.step(), pageSize)))
            .toList();
    String step = trend.step().name().toLowerCase(Locale.ROOT);
    return new TrendView(
        bars,
        Dates.day(first),
        Dates.day(last),
        "Articles per %s from %s to %s, at most %d in one %s"
            .formatted(step, Dates.day(first), Dates.day(last), highest, step));
  }

  private static int height(int count, int highest) {
    return count == 0 ? 0 : Math.max(2, Math.round((float) HEIGHT * count / highest));
  }

  private static String articles(int count) {
    return count == 1 ? "1 article" : count + " articles";
  }

  private static String span(Step step, LocalDate start) {
    return switch (step) {
      case DAY -> Dates.day(start);
      case WEEK -> "Week of " + Dates.day(start);
      case MONTH -> Dates.month(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  private static String within(ArticleQuery query, LocalDate start, Step step, int pageSize) {
    return "/"
        + QueryString.of(
            query.with(
                query
                    .filters()
                    .within(
                        start.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        step.after(start).atStartOfDay(ZoneOffset.UTC).toInstant())),
            pageSize,
            Stories.ONCE);
  }
}
