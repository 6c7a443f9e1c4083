package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ArticleQuery;

/**
 * {@code GET /api/articles/{id}/explanation}: explains the score of an article for a query. Threads
 * may share it.
 */
public final class ExplanationApi implements QueryAction {

  private final ArticleStore articles;

  public ExplanationApi(ArticleStore articles) {
    this.articles = articles;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    JsonAnswer.send(
        context,
        articles
            .explain(query.filters(), context.pathParam("id"))
            .orElseThrow(Failure.of(404, "not-found-by-query")::exception));
  }
}
