package io.keeling.desk.profiles;

import io.keeling.desk.articles.Trends;
import io.keeling.desk.articles.Trends.SpanLength;
import io.keeling.desk.articles.Trends.Trend;
import io.keeling.desk.profiles.Attention.Span;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.Filters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts articles over time, and their share of all published articles. Threads may share it. */
public final class AttentionStore {

  /** Maximum number of spans: as many bars as a telephone can show, with a table row for each. */
  private static final int MOST_SPANS = 60;

  /** Number of weeks counted by default: a year. */
  private static final int WEEKS = 52;

  private final SearchIndex index;
  private final Clock clock;

  public AttentionStore(SearchIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /**
   * Counts filtered articles by publication date; without a start date, those of the last 52 weeks.
   *
   * @param step the length of spans, null to choose it by the range
   */
  public Attention of(Filters asked, @Nullable SpanLength step) {
    Filters filters = asked.from() == null ? asked.within(begin(asked), asked.to()) : asked;
    Trend published = Trends.shape(index.days(Published.of(filters).dated(true)), step, MOST_SPANS);
    Map<LocalDate, Integer> counts = new HashMap<>();
    Trends.shape(index.days(filters.dated(true)), published.step(), 2 * MOST_SPANS)
        .spans()
        .forEach(span -> counts.put(span.start(), span.count()));
    List<Span> items = new ArrayList<>();
    for (Trends.Span all : published.spans()) {
      items.add(
          new Span(
              all.start(),
              published.step().after(all.start()),
              counts.getOrDefault(all.start(), 0),
              all.count()));
    }
    return new Attention(
        filters,
        published.step(),
        items,
        items.stream().mapToInt(Span::count).sum(),
        items.stream().mapToInt(Span::published).sum());
  }

  private Instant begin(Filters asked) {
    Instant end = asked.to() == null ? clock.instant() : asked.to();
    return end.atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .minusWeeks(WEEKS)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
