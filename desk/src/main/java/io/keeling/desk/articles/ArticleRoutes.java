package io.keeling.desk.articles;

import io.keeling.desk.articles.export.Columns;
import io.keeling.desk.articles.export.CsvFormat;
import io.keeling.desk.articles.export.ExportApi;
import io.keeling.desk.articles.export.Format;
import io.keeling.desk.articles.export.JsonLinesFormat;
import io.keeling.desk.articles.export.ParquetFormat;
import io.keeling.desk.articles.feed.AtomFeed;
import io.keeling.desk.articles.feed.CorrectionsFeed;
import io.keeling.desk.articles.feed.DeskJsonFeed;
import io.keeling.desk.articles.feed.FeedSource;
import io.keeling.desk.articles.live.LiveArticles;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.ComparisonStore;
import io.keeling.desk.articles.store.StoryStore;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.QueryHandler;
import io.keeling.desk.web.Routes;
import io.keeling.search.language.ExpressionParser;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Articles: pages, feeds, API, exports and the live stream. */
public final class ArticleRoutes {

  private final Services services;
  private final ArticleStore articles;
  private final VersionStore versions;
  private final ComparisonStore comparisons;
  private final StoryStore stories;
  private final FacetCounts facets;
  private final Trends trends;

  public ArticleRoutes(Services services) {
    this.services = services;
    this.articles = new ArticleStore(services.database(), services.index());
    this.versions = new VersionStore(services.database());
    this.comparisons = new ComparisonStore(versions);
    this.stories = new StoryStore(services.database(), services.index());
    this.facets = new FacetCounts(services.index(), services.labels());
    this.trends = new Trends(services.index());
  }

  /**
   * Adds all routes.
   *
   * @param expressions reads the words of queries
   */
  public void add(
      Routes routes,
      Function<String, List<Link>> collections,
      ExpressionParser expressions,
      ExportApi export,
      LiveArticles live) {
    addPages(routes, collections);
    addFeeds(routes, expressions);
    addApi(routes);
    addBulk(routes, export, live);
  }

  private void addPages(Routes routes, Function<String, List<Link>> collections) {
    routes.get(
        "/", services.queries().page(new ArticleListPage(services, articles, facets, trends)));
    ArticlePage article = new ArticlePage(services, articles, versions, collections);
    routes.get("/articles/{id}", article);
    routes.get("/articles/{id}/versions/{version}", article);
    routes.get("/articles/{id}/diff", new DiffPage(articles, comparisons, services.pages()));
    routes.get("/stories/{id}", new StoryPage(services, stories, facets, trends));
  }

  private void addFeeds(Routes routes, ExpressionParser expressions) {
    FeedSource source = FeedSource.of(services);
    routes.get("/feed.atom", services.queries().feed(new AtomFeed(source)));
    routes.get("/feed.json", services.queries().feed(new DeskJsonFeed(source)));
    routes.get(
        "/corrections.atom",
        services.queries().feed(new CorrectionsFeed(source, expressions, comparisons)));
  }

  private void addApi(Routes routes) {
    var queries = services.queries();
    VersionsApi versionsApi = new VersionsApi(versions);
    routes.get("/api/articles", queries.api(new ArticlesApi(articles, services.labels())));
    routes.get("/api/articles/{id}", new ArticleApi(articles));
    routes.get("/api/articles/{id}/diff", new DiffApi(comparisons));
    routes.get(
        "/api/articles/{id}/citation",
        new CitationApi(articles, versions, services.config().title(), services.baseUrl()));
    routes.get("/api/articles/{id}/versions", versionsApi);
    routes.get("/api/articles/{id}/versions/{version}", versionsApi::one);
    routes.get("/api/articles/{id}/explanation", queries.api(new ExplanationApi(articles)));
    routes.get("/api/stories/{id}", new StoryApi(stories));
    routes.get("/api/completions", new CompletionsApi(services.index(), Clock.systemUTC()));
    routes.get("/api/facets", queries.api(new FacetsApi(facets)));
    routes.get(
        "/api/trends",
        new QueryHandler(queries.api().beside(TrendsApi.STEP), new TrendsApi(trends)));
  }

  /** Adds exports and streams, whose answers take long. */
  private void addBulk(Routes routes, ExportApi export, LiveArticles live) {
    Columns columns = new Columns(services.baseUrl());
    for (Format format :
        List.of(
            new CsvFormat(columns.table()),
            new JsonLinesFormat(),
            new ParquetFormat(columns.whole()))) {
      String path = "/api/export." + format.extension();
      routes.get(path, services.queries().api(export.in(format)));
      routes.get(path + ".zip", services.queries().api(export.bundled(format)));
    }
    routes.get("/api/stream", services.queries().api(new StreamApi(services, live)));
  }
}
