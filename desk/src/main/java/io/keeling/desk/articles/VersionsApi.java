package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.articles.store.VersionStore.Version;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/articles/{id}/versions} and {@code /api/articles/{id}/versions/{version}}: every
 * wording of an article. Threads may share it.
 */
public final class VersionsApi implements Handler {

  /** The answer to the first. */
  record Answer(List<Version> items) {}

  private final VersionStore versions;
  private final Answers answers;

  public VersionsApi(VersionStore versions, Answers answers) {
    this.versions = versions;
    this.answers = answers;
  }

  @Override
  public void handle(Context context) {
    List<Version> all = versions.list(context.pathParam("id"));
    if (all.isEmpty()) {
      answers.fail(context, Failure.ARTICLE_UNKNOWN);
    } else {
      JsonAnswer.send(context, new Answer(all));
    }
  }

  /** Answers with one version. */
  public void one(Context context) {
    Optional<EnrichedArticle> found =
        versions.find(context.pathParam("id"), context.pathParam("version"));
    if (found.isPresent()) {
      JsonAnswer.send(context, found.get());
    } else {
      answers.fail(context, Failure.VERSION_UNKNOWN);
    }
  }
}
