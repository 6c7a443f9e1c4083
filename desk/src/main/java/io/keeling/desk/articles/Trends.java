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

/**
 * Articles over time. Threads may share it. Spans of time without articles are listed too, so that
 * a row of counts is a curve.
 */
public final class Trends {

  /** The length of the spans that are counted. */
  public enum Step {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Step(ChronoUnit unit) {
      this.unit = unit;
    }

    /** The beginning of the next span. */
    public LocalDate after(LocalDate start) {
      return start.plus(1, unit);
    }

    /** The shortest step that needs at most so many spans. */
    static Step fitting(LocalDate first, LocalDate last, int most) {
      for (Step step : values()) {
        if (step.unit.between(first, last) < most) {
          return step;
        }
      }
      return YEAR;
    }
  }

  /**
   * A span.
   *
   * @param start its first day (UTC)
   * @param count articles in it
   */
  public record Span(LocalDate start, int count) {}

  /** Articles over time, in spans of one step. */
  public record Trend(Step step, List<Span> spans) {}

  /** Most spans of an answer; beyond them the earliest are left out. */
  private static final int MOST_SPANS = 120;

  private final SearchIndex index;

  public Trends(SearchIndex index) {
    this.index = index;
  }

  /**
   * Counts the articles of some filters by when they were published; what has no date is in no
   * span.
   *
   * @param step how long each span is, none for one that suits the range
   */
  public Trend trend(Filters filters, @Nullable Step step) {
    return shape(index.days(filters.dated(true)), step, MOST_SPANS);
  }

  /** How many articles there are of some filters. */
  public int count(Filters filters) {
    return index.days(filters).values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Puts days into spans.
   *
   * @param wanted how long each span is, none for one that suits the range
   * @param most spans; beyond them the earliest are left out
   */
  public static Trend shape(Map<LocalDate, Integer> days, @Nullable Step wanted, int most) {
    if (days.isEmpty()) {
      return new Trend(wanted == null ? Step.DAY : wanted, List.of());
    }
    LocalDate first = days.keySet().stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = days.keySet().stream().max(LocalDate::compareTo).orElseThrow();
    Step step = wanted == null ? Step.fitting(first, last, most) : wanted;
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

  private static LocalDate start(LocalDate day, Step step) {
    return switch (step) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }
}
