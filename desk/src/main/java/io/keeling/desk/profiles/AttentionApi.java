package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.export.CsvAnswer;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.QueryString;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code GET /api/attention} and {@code /api/attention.csv}: articles over time, and their share of
 * all articles of the outlets. Threads may share it.
 */
public final class AttentionApi {

  /**
   * The answer.
   *
   * @param query the query string of the articles counted, with their time
   */
  record Answer(
      String query, String step, int count, int published, double share, List<Item> items) {

    static Answer of(Attention attention) {
      return new Answer(
          QueryString.of(attention.filters()),
          attention.step().name().toLowerCase(Locale.ROOT),
          attention.articles(),
          attention.published(),
          CsvAnswer.share(attention.share()),
          attention.items().stream().map(Item::of).toList());
    }
  }

  record Item(LocalDate start, int count, int published, double share) {

    private static Item of(Attention.Span span) {
      return new Item(span.start(), span.count(), span.published(), CsvAnswer.share(span.share()));
    }
  }

  private final AttentionStore attention;

  public AttentionApi(AttentionStore attention) {
    this.attention = attention;
  }

  public void json(Context context, ArticleQuery query) {
    JsonAnswer.send(context, Answer.of(attention.of(query.filters(), null)));
  }

  public void csv(Context context, ArticleQuery query) {
    CsvAnswer.send(
        context,
        "attention",
        List.of("start", "articles", "published", "share"),
        Answer.of(attention.of(query.filters(), null)).items().stream()
            .map(
                item ->
                    Arrays.<Object>asList(
                        item.start().toString(), item.count(), item.published(), item.share()))
            .toList());
  }
}
