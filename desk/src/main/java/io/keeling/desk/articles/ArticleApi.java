package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import java.util.Optional;

/**
 * {@code GET /api/articles/{id}}: an article with its text and tags, as on the topic {@code
 * keeling.enriched}. Threads may share it.
 */
public final class ArticleApi implements Handler {

  private final ArticleStore articles;
  private final Answers answers;

  public ArticleApi(ArticleStore articles, Answers answers) {
    this.articles = articles;
    this.answers = answers;
  }

  @Override
  public void handle(Context context) {
    Optional<EnrichedArticle> found = articles.find(context.pathParam("id"));
    if (found.isPresent()) {
      JsonAnswer.send(context, found.get());
    } else {
      answers.fail(context, Failure.ARTICLE_UNKNOWN);
    }
  }
}
