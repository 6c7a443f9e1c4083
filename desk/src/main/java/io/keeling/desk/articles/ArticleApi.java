package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;

/**
 * {@code GET /api/articles/{id}}: an article with its text and tags, as published to the topic
 * {@code keeling.enriched}. Threads may share it.
 */
public final class ArticleApi implements Handler {

  private final ArticleStore articles;

  public ArticleApi(ArticleStore articles) {
    this.articles = articles;
  }

  @Override
  public void handle(Context context) {
    JsonAnswer.send(
        context,
        articles.find(context.pathParam("id")).orElseThrow(Failure.ARTICLE_UNKNOWN::exception));
  }
}
