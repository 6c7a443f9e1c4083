package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.articles.store.VersionStore.Version;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import java.util.List;

/**
 * {@code GET /api/articles/{id}/versions} and {@code /api/articles/{id}/versions/{version}}: the
 * versions of an article. Threads may share it.
 */
public final class VersionsApi implements Handler {

  record Answer(List<Version> items) {}

  private final VersionStore versions;

  public VersionsApi(VersionStore versions) {
    this.versions = versions;
  }

  @Override
  public void handle(Context context) {
    List<Version> all = versions.list(context.pathParam("id"));
    if (all.isEmpty()) {
      throw Failure.ARTICLE_UNKNOWN.exception();
    }
    JsonAnswer.send(context, new Answer(all));
  }

  public void one(Context context) {
    JsonAnswer.send(
        context,
        versions
            .find(context.pathParam("id"), context.pathParam("version"))
            .orElseThrow(Failure.VERSION_UNKNOWN::exception));
  }
}
