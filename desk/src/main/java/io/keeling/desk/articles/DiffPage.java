package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.diff.ArticleDiff;
import io.keeling.desk.articles.diff.ChangeLine;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.ComparisonStore;
import io.keeling.desk.articles.store.ComparisonStore.VersionComparison;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;

/**
 * {@code GET /articles/{id}/diff}: two versions of an article side by side, or two articles of the
 * same story. Threads may share it.
 */
public final class DiffPage implements Handler {

  /** Parameter for another article to compare with, instead of an earlier version. */
  private static final String WITH = "with";

  private final ArticleStore articles;
  private final ComparisonStore comparisons;
  private final Pages pages;

  public DiffPage(ArticleStore articles, ComparisonStore comparisons, Pages pages) {
    this.articles = articles;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    EnrichedArticle article = find(id);
    String with = DiffApi.version(context, WITH);
    if (with != null) {
      // The other article is treated as the earlier side. The current versions of both are
      // compared.
      ArticleDiff diff = ArticleDiff.of(find(with), article);
      pages.send(context, "diff.jte", view(context, article.article(), diff, List.of()));
      return;
    }
    VersionComparison found =
        comparisons
            .find(id, DiffApi.version(context, DiffApi.FROM), DiffApi.version(context, DiffApi.TO))
            .orElseThrow(Failure.VERSION_UNKNOWN::exception);
    pages.send(context, "diff.jte", view(context, article.article(), found.diff(), found.all()));
  }

  private EnrichedArticle find(String id) {
    return articles.find(id).orElseThrow(Failure.ARTICLE_UNKNOWN::exception);
  }

  private DiffView view(
      Context context, Article article, ArticleDiff diff, List<VersionStore.Version> all) {
    Messages messages = ReaderLanguage.of(context);
    return new DiffView(
        pages.frame(context, messages),
        new Dates(messages),
        article,
        diff,
        ChangeLine.of(diff.remarks(), messages),
        DiffView.blocks(diff.paragraphs()),
        all);
  }
}
