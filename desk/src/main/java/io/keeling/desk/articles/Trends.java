package io.keeling.desk.articles;

import io.keeling.search.SearchIndex;
import io.keeling.search.query.Filters;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts articles over time. Threads may share it. Spans without articles are listed, too. */
public final class Trends {

  public enum SpanLength {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    SpanLength(ChronoUnit unit) {
      this.unit = unit;
    }

    /** The first day of the next span. */
    public LocalDate after(LocalDate start) {
      return start.plus(1, unit);
    }

    /** The shortest length that divides a range into at most {@code most} spans. */
    static SpanLength fitting(LocalDate first, LocalDate last, int most) {
      for (SpanLength step : values()) {
        if (step.unit.between(first, last) < most) {
          return step;
        }
      }
      return YEAR;
    }
  }

  /**
   * A span of time.
   *
   * @param start its first day (UTC)
   * @param count number of articles in it
   */
  public record Span(LocalDate start, int count) {}

  public record Trend(SpanLength step, List<Span> spans) {}

  /** Maximum number of spans in an answer; the earliest are left out. */
  private static final int MOST_SPANS = 120;

  private final SearchIndex index;

  public Trends(SearchIndex index) {
    this.index = index;
  }

  /**
   * Counts filtered articles by publication date; those without a date are left out.
   *
   * @param step the length of spans, null to choose it by the range
   */
  public Trend trend(Filters filters, @Nullable SpanLength step) {
    return shape(index.days(filters.dated(true)), step, MOST_SPANS);
  }

  public int count(Filters filters) {
    return index.days(filters).values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Groups days into spans.
   *
   * @param wanted the length of spans, null to choose it by the range
   * @param most maximum number of spans; earlier ones are left out
   */
  public static Trend shape(Map<LocalDate, Integer> days, @Nullable SpanLength wanted, int most) {
    if (days.isEmpty()) {
      return new Trend(wanted == null ? SpanLength.DAY : wanted, List.of());
    }
    LocalDate first = days.keySet().stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = days.keySet().stream().max(LocalDate::compareTo).orElseThrow();
    SpanLength step = wanted == null ? SpanLength.fitting(first, last, most) : wanted;
    Map<LocalDate, Integer> counts = new LinkedHashMap<>();
    LocalDate end = start(last, step);
    LocalDate earliest = end.minus(most - 1L, step.unit);
    LocalDate start = start(first, step).isBefore(earliest) ? earliest : start(first, step);
    for (LocalDate at = start; !at.isAfter(end); at = step.after(at)) {
      counts.put(at, 0);
    }
    days.forEach((day, count) -> counts.computeIfPresent(start(day, step), (s, n) -> n + count));
    List<Span> spans = new ArrayList<>();
    counts.forEach((at, count) -> spans.add(new Span(at, count)));
    return new Trend(step, spans);
  }

  private static LocalDate start(LocalDate day, SpanLength step) {
    return switch (step) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }
}
