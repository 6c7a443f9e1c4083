package io.keeling.desk.profiles;

import io.keeling.desk.articles.Addresses;
import io.keeling.desk.articles.TrendView;
import io.keeling.desk.articles.Trends;
import io.keeling.desk.articles.Trends.Trend;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.profiles.Attention.Span;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Sort;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Articles over time and their share, as charts and a table. Immutable; threads may share it.
 *
 * @param arithmetic how the overall share is calculated, in words
 * @param volume chart of the articles, null if there are too few spans to draw
 * @param share chart of their share, null if there are too few spans to draw
 * @param rows the numbers, latest first
 */
public record AttentionView(
    String arithmetic,
    @Nullable TrendView volume,
    @Nullable TrendView share,
    List<Row> rows,
    String csv,
    String json) {

  /** Longest query for which rows are links; longer ones would make the page too heavy. */
  static final int LONGEST_QUERY = 300;

  /**
   * A span in numbers.
   *
   * @param span the time, in words
   * @param href its articles, null if there are none or the query is too long
   */
  public record Row(String span, @Nullable String href, int count, int published, String share) {}

  static AttentionView of(
      Attention attention, Addresses addresses, Messages messages, LocalDate today) {
    ArticleQuery query =
        new ArticleQuery(attention.filters(), Sort.NEWEST, addresses.pageSize(), null);
    TrendView volume =
        TrendView.of(
            new Trend(
                attention.step(),
                attention.items().stream()
                    .map(span -> new Trends.Span(span.start(), span.count()))
                    .toList()),
            query,
            addresses,
            messages,
            today);
    String written = QueryString.of(attention.filters());
    List<Row> rows = new ArrayList<>();
    for (Span span : attention.items()) {
      rows.add(0, row(span, attention, written.length() <= LONGEST_QUERY, addresses, messages));
    }
    return new AttentionView(
        messages.of(
            "profile.arithmetic",
            "count",
            attention.articles(),
            "published",
            attention.published(),
            "share",
            attention.share()),
        volume,
        volume == null ? null : shares(attention, volume, messages),
        rows,
        "/api/attention.csv" + written,
        "/api/attention" + written);
  }

  private static Row row(
      Span span, Attention attention, boolean linked, Addresses addresses, Messages messages) {
    return new Row(
        TrendView.span(attention.step(), span.start(), messages),
        linked && span.count() > 0
            ? addresses.list(
                attention
                    .filters()
                    .within(
                        span.start().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        span.end().atStartOfDay(ZoneOffset.UTC).toInstant()))
            : null,
        span.count(),
        span.published(),
        messages.of("share", "share", span.share()));
  }

  /** The chart of shares, with one bar for each span, as in the chart of articles. */
  private static TrendView shares(Attention attention, TrendView volume, Messages messages) {
    List<Span> spans = attention.items();
    double highest = spans.stream().mapToDouble(Span::share).max().orElse(0);
    List<TrendView.Bar> bars =
        IntStream.range(0, spans.size())
            .mapToObj(
                i ->
                    new TrendView.Bar(
                        messages.of(
                            "profile.bar",
                            "span",
                            TrendView.span(attention.step(), spans.get(i).start(), messages),
                            "share",
                            spans.get(i).share()),
                        TrendView.height(spans.get(i).share(), highest),
                        null,
                        volume.bars().get(i).open()))
            .toList();
    return new TrendView(
        bars,
        volume.start(),
        volume.end(),
        messages.of("profile.share-unit", "most", highest),
        volume.open());
  }
}
