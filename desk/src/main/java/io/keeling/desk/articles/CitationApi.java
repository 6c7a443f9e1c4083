package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.label.Citation;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;

/**
 * {@code GET /api/articles/{id}/citation}: the citation of an article's current version, or of the
 * version in the parameter {@code version}. Threads may share it.
 */
public final class CitationApi implements Handler {

  private static final String VERSION = "version";

  private final ArticleStore articles;
  private final VersionStore versions;
  private final String site;
  private final String baseUrl;

  /**
   * @param site the desk's name
   * @param baseUrl its public address without a trailing slash
   */
  public CitationApi(ArticleStore articles, VersionStore versions, String site, String baseUrl) {
    this.articles = articles;
    this.versions = versions;
    this.site = site;
    this.baseUrl = baseUrl;
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    String version = DiffApi.version(context, VERSION);
    EnrichedArticle found =
        version == null
            ? articles.find(id).orElseThrow(Failure.ARTICLE_UNKNOWN::exception)
            : versions.find(id, version).orElseThrow(Failure.VERSION_UNKNOWN::exception);
    JsonAnswer.send(context, Citation.of(found.article(), site, baseUrl));
  }
}
