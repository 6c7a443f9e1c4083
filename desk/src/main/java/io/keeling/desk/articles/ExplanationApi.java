package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.ScoreExplanation;
import io.keeling.search.query.ArticleQuery;
import java.util.Optional;

/**
 * {@code GET /api/articles/{id}/explanation}: why an article stands where it does among what a
 * query finds. Threads may share it.
 */
public final class ExplanationApi implements QueryAction {

  private final ArticleStore articles;
  private final Answers answers;

  public ExplanationApi(ArticleStore articles, Answers answers) {
    this.articles = articles;
    this.answers = answers;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    Optional<ScoreExplanation> found = articles.explain(query.filters(), context.pathParam("id"));
    if (found.isPresent()) {
      JsonAnswer.send(context, found.get());
    } else {
      answers.fail(context, Failure.of(404, "not-found-by-query"));
    }
  }
}
