package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.label.Citation;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import java.util.Optional;

/**
 * {@code GET /api/articles/{id}/citation}: how the current wording of an article, or the one that
 * the parameter {@code version} names, is cited. Threads may share it.
 */
public final class CitationApi implements Handler {

  private static final String VERSION = "version";

  private final ArticleStore articles;
  private final VersionStore versions;
  private final Answers answers;
  private final String site;
  private final String baseUrl;

  /**
   * @param site what the desk is called
   * @param baseUrl its public address, without a slash at its end
   */
  public CitationApi(
      ArticleStore articles, VersionStore versions, Answers answers, String site, String baseUrl) {
    this.articles = articles;
    this.versions = versions;
    this.answers = answers;
    this.site = site;
    this.baseUrl = baseUrl;
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    String version = DiffApi.version(context, VERSION);
    Optional<EnrichedArticle> found =
        version == null ? articles.find(id) : versions.find(id, version);
    if (found.isPresent()) {
      JsonAnswer.send(context, Citation.of(found.get().article(), site, baseUrl));
    } else {
      answers.fail(context, version == null ? Failure.ARTICLE_UNKNOWN : Failure.VERSION_UNKNOWN);
    }
  }
}
