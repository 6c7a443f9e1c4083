package io.keeling.desk.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.desk.articles.store.ArticleListing;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Stories;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/articles}: a page of articles. Threads may share it. */
public final class ArticlesApi implements QueryAction {

  /**
   * The answer.
   *
   * @param next cursor of the next page, absent on the last
   * @param total number of results: stories if grouped, otherwise articles
   * @param totalExact false if {@code total} is an estimate
   * @param articles number of articles if {@code total} counts stories, otherwise absent
   * @param didYouMean a suggested spelling if nothing was found, or a query with {@code -} if one
   *     word is {@code not}; otherwise absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      List<ArticleItem> items,
      @Nullable String next,
      int total,
      boolean totalExact,
      @Nullable Integer articles,
      @Nullable String didYouMean) {}

  private final ArticleStore articles;
  private final Labels labels;

  public ArticlesApi(ArticleStore articles, Labels labels) {
    this.articles = articles;
    this.labels = labels;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    ArticleListing listing = articles.list(query);
    JsonAnswer.send(
        context,
        new Answer(
            listing.items().stream().map(item -> ArticleItem.of(item, labels)).toList(),
            listing.next() == null ? null : listing.next().encode(query.filters()),
            listing.total().count(),
            listing.total().exact(),
            query.stories() == Stories.ONCE ? listing.articles() : null,
            listing.didYouMean()),
        "application/json",
        listing.items().stream().map(ListedArticle::storedAt).max(Instant::compareTo).orElse(null));
  }
}
