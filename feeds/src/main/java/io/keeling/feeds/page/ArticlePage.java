package io.keeling.feeds.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.store.ArticleStore;
import io.keeling.feeds.store.VersionStore;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /articles/{id}} and {@code GET /articles/{id}/versions/{version}}: an article with its
 * tags highlighted and explained. Threads may share it.
 */
public final class ArticlePage implements Handler {

  private final ArticleStore articles;
  private final VersionStore versions;
  private final Labels labels;
  private final Templates templates;
  private final Site site;
  private final Answers answers;

  public ArticlePage(
      ArticleStore articles,
      VersionStore versions,
      Labels labels,
      Templates templates,
      Site site,
      Answers answers) {
    this.articles = articles;
    this.versions = versions;
    this.labels = labels;
    this.templates = templates;
    this.site = site;
    this.answers = answers;
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    String version = context.pathParamMap().get("version");
    Optional<EnrichedArticle> found =
        version == null ? articles.find(id) : versions.find(id, version);
    if (found.isEmpty()) {
      answers.fail(
          context,
          Failure.notFound(
              version == null
                  ? "There is no article of this id. It may not have been read yet."
                  : "There is no such version of this article."));
      return;
    }
    context.header("Cache-Control", "no-cache");
    templates.send(context, "article.jte", view(found.get(), versions.list(id)));
  }

  private ArticleView view(EnrichedArticle enriched, List<VersionStore.Version> all) {
    var article = enriched.article();
    boolean older =
        all.stream().anyMatch(v -> !v.current() && v.version().equals(article.version()));
    var story = enriched.story();
    return new ArticleView(
        site,
        enriched,
        older,
        TextView.of(enriched, labels.topics()),
        TagsView.of(enriched, labels),
        Link.external(article.canonicalUrl()),
        filter(Facet.SOURCE, article.source().domain(), article.source().name()),
        labels.language(article.language()),
        story == null || story.outlets() < 2
            ? null
            : filter(Facet.STORY, story.id(), "Told by " + story.outlets() + " outlets"),
        all);
  }

  private static Link filter(Facet facet, String value, String label) {
    return new Link(label, "/" + QueryString.of(Filters.NONE.with(facet, List.of(value))), false);
  }
}
