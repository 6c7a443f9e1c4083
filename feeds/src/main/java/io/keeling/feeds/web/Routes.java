package io.keeling.feeds.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.keeling.feeds.FeedsConfig;
import io.keeling.feeds.api.ArticleApi;
import io.keeling.feeds.api.ArticlesApi;
import io.keeling.feeds.api.FacetsApi;
import io.keeling.feeds.api.VersionsApi;
import io.keeling.feeds.feed.AtomFeed;
import io.keeling.feeds.feed.JsonFeed;
import io.keeling.feeds.health.Health;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.page.ArticleListPage;
import io.keeling.feeds.page.ArticlePage;
import io.keeling.feeds.page.ErrorPage;
import io.keeling.feeds.page.Site;
import io.keeling.feeds.page.Templates;
import io.keeling.feeds.query.QueryParser;
import io.keeling.feeds.query.QueryParser.Manner;
import io.keeling.feeds.store.ArticleStore;
import io.keeling.feeds.store.Database;
import io.keeling.feeds.store.FacetStore;
import io.keeling.feeds.store.TrendStore;
import io.keeling.feeds.store.VersionStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which address leads to which action. */
public final class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Answers answers;
  private final QueryParser programs;
  private final QueryParser people;
  private final Assets assets = new Assets();
  private final Labels labels = new Labels();
  private final Templates templates = new Templates();
  private final Site site;
  private final FeedsConfig config;
  private final Database database;
  private final Health health;

  public Routes(FeedsConfig config, Database database, MeterRegistry meters) {
    this.health = new Health(database, meters);
    this.config = config;
    this.database = database;
    this.site =
        new Site(
            config.title(),
            assets.path("keeling.css"),
            assets.path("keeling.js"),
            assets.path("keeling.svg"));
    this.answers = new Answers(new ErrorPage(templates, site));
    this.programs = new QueryParser(Manner.STRICT, config.pageSize());
    this.people = new QueryParser(Manner.LENIENT, config.pageSize());
  }

  /** Adds every route. */
  public void add(RoutesConfig routes) {
    ArticleStore articles = new ArticleStore(database);
    VersionStore versions = new VersionStore(database);
    FacetStore facets = new FacetStore(database, labels);
    TrendStore trends = new TrendStore(database);
    routes.before(new SecurityHeaders());
    addPages(routes, articles, versions, facets, trends);
    addFeeds(routes, articles);
    VersionsApi versionsApi = new VersionsApi(versions, answers);
    routes.get("/api/articles", programs(new ArticlesApi(articles, labels)));
    routes.get("/api/articles/{id}", new ArticleApi(articles, answers));
    routes.get("/api/articles/{id}/versions", versionsApi);
    routes.get("/api/articles/{id}/versions/{version}", versionsApi::one);
    routes.get("/api/facets", programs(new FacetsApi(facets)));
    routes.get("/healthz", health::alive);
    routes.get("/readyz", health::ready);
    routes.get("/metrics", health::metrics);
    routes.exception(Exception.class, this::fail);
    routes.error(404, this::nothingHere);
  }

  private void addPages(
      RoutesConfig routes,
      ArticleStore articles,
      VersionStore versions,
      FacetStore facets,
      TrendStore trends) {
    routes.get(
        "/",
        people(
            new ArticleListPage(
                articles, facets, trends, labels, templates, site, config.pageSize())));
    ArticlePage page = new ArticlePage(articles, versions, labels, templates, site, answers);
    routes.get("/articles/{id}", page);
    routes.get("/articles/{id}/versions/{version}", page);
    routes.get("/assets/{name}", assets);
  }

  private void addFeeds(RoutesConfig routes, ArticleStore articles) {
    routes.get(
        "/feed.atom", programs(new AtomFeed(articles, labels, config.title(), config.baseUrl())));
    routes.get(
        "/feed.json", programs(new JsonFeed(articles, labels, config.title(), config.baseUrl())));
  }

  private QueryHandler people(QueryHandler.QueryAction action) {
    return new QueryHandler(people, answers, action);
  }

  private QueryHandler programs(QueryHandler.QueryAction action) {
    return new QueryHandler(programs, answers, action);
  }

  private void nothingHere(Context context) {
    if (context.endpoints().matchedHttpEndpoint() == null) {
      answers.fail(
          context,
          Failure.notFound(
              "There is no page at this address. The list of articles has everything."));
    }
  }

  private void fail(Exception thrown, Context context) {
    Failure failure =
        DatabaseFailures.of(thrown)
            .orElseGet(
                () ->
                    new Failure(
                        500,
                        "Something broke",
                        "That is our mistake, and it is in the log. Trying again may help.",
                        null));
    if (failure.status() == 500) {
      LOG.error("request failed", thrown);
    }
    answers.fail(context, failure);
  }
}
