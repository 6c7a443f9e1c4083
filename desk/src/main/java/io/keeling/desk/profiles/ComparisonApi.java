package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.export.CsvAnswer;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/comparison} and {@code /api/comparison.csv}: compares outlets by topic. Threads
 * may share it.
 */
public final class ComparisonApi {

  /**
   * The answer.
   *
   * @param query the query string of the articles of all outlets
   */
  record Answer(String query, int articles, List<Outlet> outlets) {}

  record Outlet(String domain, String label, int articles, double overlap, List<Item> topics) {}

  /** A topic, with its share of an outlet's articles and of the articles of all outlets. */
  record Item(String topic, int count, double share, int everywhere, double shareEverywhere) {}

  private final ComparisonMaker comparisons;

  public ComparisonApi(ComparisonMaker comparisons) {
    this.comparisons = comparisons;
  }

  public void json(Context context, ArticleQuery query) {
    JsonAnswer.send(context, answer(comparisons.of(query.filters())));
  }

  public void csv(Context context, ArticleQuery query) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Outlet outlet : answer(comparisons.of(query.filters())).outlets()) {
      for (Item item : outlet.topics()) {
        rows.add(
            List.of(
                outlet.domain(),
                outlet.label(),
                item.topic(),
                item.count(),
                outlet.articles(),
                item.share(),
                item.shareEverywhere()));
      }
    }
    CsvAnswer.send(
        context,
        "comparison",
        List.of("domain", "source", "topic", "count", "articles", "share", "share_of_all_outlets"),
        rows);
  }

  private static Answer answer(OutletComparison comparison) {
    List<Outlet> outlets = new ArrayList<>();
    IntStream.range(0, comparison.outlets().size())
        .forEach(i -> outlets.add(outlet(comparison, i)));
    return new Answer(QueryString.of(comparison.all()), comparison.articles(), outlets);
  }

  private static Outlet outlet(OutletComparison comparison, int i) {
    OutletComparison.Outlet outlet = comparison.outlets().get(i);
    return new Outlet(
        outlet.domain(),
        outlet.label(),
        outlet.articles(),
        CsvAnswer.share(comparison.overlap(i)),
        comparison.rows().stream()
            .map(
                row ->
                    new Item(
                        row.topic(),
                        row.counts().get(i),
                        CsvAnswer.share(comparison.share(row, i)),
                        row.count(),
                        CsvAnswer.share(comparison.share(row))))
            .toList());
  }
}
