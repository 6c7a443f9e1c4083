package io.keeling.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.keeling.desk.access.Role;
import io.keeling.desk.api.ArticleApi;
import io.keeling.desk.api.ArticlesApi;
import io.keeling.desk.api.CitationApi;
import io.keeling.desk.api.CompletionsApi;
import io.keeling.desk.api.DiffApi;
import io.keeling.desk.api.ExplanationApi;
import io.keeling.desk.api.ExportApi;
import io.keeling.desk.api.FacetsApi;
import io.keeling.desk.api.OpenApi;
import io.keeling.desk.api.StoryApi;
import io.keeling.desk.api.StreamApi;
import io.keeling.desk.api.TrendsApi;
import io.keeling.desk.api.VersionsApi;
import io.keeling.desk.collection.store.Collections;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.correction.CorrectionWriter;
import io.keeling.desk.export.Columns;
import io.keeling.desk.export.CsvFormat;
import io.keeling.desk.export.Format;
import io.keeling.desk.export.JsonLinesFormat;
import io.keeling.desk.export.ParquetFormat;
import io.keeling.desk.feed.AtomFeed;
import io.keeling.desk.feed.CorrectionsFeed;
import io.keeling.desk.feed.DeskJsonFeed;
import io.keeling.desk.feed.FeedSource;
import io.keeling.desk.health.Health;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.live.LiveArticles;
import io.keeling.desk.operation.Operations;
import io.keeling.desk.page.Addresses;
import io.keeling.desk.page.ApiPage;
import io.keeling.desk.page.ArticleListPage;
import io.keeling.desk.page.ArticlePage;
import io.keeling.desk.page.DiffPage;
import io.keeling.desk.page.ErrorPage;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Site;
import io.keeling.desk.page.StoryPage;
import io.keeling.desk.page.Templates;
import io.keeling.desk.saved.ChannelActions;
import io.keeling.desk.saved.SavedQueryHandler;
import io.keeling.desk.saved.SavedSearches;
import io.keeling.desk.saved.SearchPage;
import io.keeling.desk.saved.SearchPages;
import io.keeling.desk.saved.SearchesApi;
import io.keeling.desk.saved.SwitchedOff;
import io.keeling.desk.saved.TestSender;
import io.keeling.desk.store.ArrivalStore;
import io.keeling.desk.store.ArticleStore;
import io.keeling.desk.store.ComparisonStore;
import io.keeling.desk.store.Database;
import io.keeling.desk.store.ExportStore;
import io.keeling.desk.store.FacetStore;
import io.keeling.desk.store.StoryStore;
import io.keeling.desk.store.TrendStore;
import io.keeling.desk.store.VersionStore;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Assets;
import io.keeling.desk.web.ClientAddress;
import io.keeling.desk.web.FailureHandler;
import io.keeling.desk.web.QueryHandler;
import io.keeling.desk.web.RateLimit;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.desk.web.RefusalHandler;
import io.keeling.desk.web.SecurityHeaders;
import io.keeling.search.FollowedIndex;
import io.keeling.search.SearchIndex;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import java.time.Clock;
import java.util.List;

/** Which address leads to which action. */
final class Routes {

  private final Answers answers;
  private final QueryParser programs;
  private final QueryParser people;
  private final ExpressionParser words;
  private final Assets assets = new Assets();
  private final Labels labels;
  private final Templates templates = new Templates();
  private final Frames frames;
  private final DeskConfig config;
  private final Database database;
  private final FollowedIndex followed;
  private final SearchIndex index;
  private final Budgets budgets;
  private final LiveArticles live;
  private final CorrectionWriter writer;
  private final Health health;
  private final Operations operations;
  private final TestSender tests;

  Routes(
      DeskConfig config,
      TopicLabels topics,
      Database database,
      FollowedIndex followed,
      Budgets budgets,
      LiveArticles live,
      CorrectionWriter writer,
      Health health,
      Operations operations,
      TestSender tests) {
    this.labels = new Labels(topics);
    this.followed = followed;
    this.index = followed.index();
    this.budgets = budgets;
    this.live = live;
    this.writer = writer;
    this.health = health;
    this.operations = operations;
    this.tests = tests;
    this.config = config;
    this.database = database;
    Site site =
        new Site(
            config.title(),
            assets.path("keeling.css"),
            assets.path("keeling.js"),
            assets.path("keeling.svg"));
    this.frames = new Frames(site, followed::rebuilding, new SwitchedOff(database));
    this.words = new ExpressionParser(new KnownValues(topics));
    this.answers = new Answers(new ErrorPage(templates, frames, words)::show);
    this.programs = new QueryParser(Manner.STRICT, config.pageSize(), Stories.ALL, words);
    this.people = new QueryParser(Manner.LENIENT, config.pageSize(), Stories.ONCE, words);
  }

  /** Adds every route. */
  void add(RoutesConfig routes) {
    ArticleStore articles = new ArticleStore(database, index);
    VersionStore versions = new VersionStore(database);
    FacetStore facets = new FacetStore(index, labels);
    TrendStore trends = new TrendStore(index);
    AccessRoutes access = new AccessRoutes(config, database, templates, frames, answers);
    routes.before(new SecurityHeaders());
    routes.before(request -> budgets.begin());
    routes.after(request -> budgets.end());
    access.recognize(routes);
    DeskConfig.RateLimit limit = config.rateLimit();
    if (limit.requestsPerMinute() > 0) {
      ClientAddress clients = new ClientAddress(limit.clientHeader());
      routes.before(new RateLimit(limit.requestsPerMinute(), clients, answers));
    }
    addPages(routes, articles, versions, facets, trends);
    addFeeds(routes, articles, versions);
    addApi(routes, articles, versions, facets, trends);
    ExportApi export = addBulk(routes);
    new CollectionRoutes(database, templates, frames, answers, config.title(), config.baseUrl())
        .add(routes, articles, export);
    addSearches(routes, articles);
    new CorrectionRoutes(articles, database, writer, labels, templates, frames, answers)
        .add(routes);
    Addresses addresses = new Addresses(config.pageSize());
    new ProfileRoutes(index, labels, templates, frames, answers, people, programs, addresses)
        .add(routes, articles, facets, trends);
    access.add(routes);
    new OperatorRoutes(operations, database, templates, frames, answers).add(routes);
    get(routes, "/healthz", health::alive, Role.ANYBODY);
    get(routes, "/readyz", health::ready, Role.ANYBODY);
    get(routes, "/metrics", health::metrics);
    routes.exception(HttpResponseException.class, new RefusalHandler(answers));
    routes.exception(Exception.class, new FailureHandler(answers, followed::rebuilding));
  }

  private void addPages(
      RoutesConfig routes,
      ArticleStore articles,
      VersionStore versions,
      FacetStore facets,
      TrendStore trends) {
    get(
        routes,
        "/",
        people(
            new ArticleListPage(
                articles, facets, trends, labels, templates, frames, config.pageSize())));
    ArticlePage page =
        new ArticlePage(
            new ArticlePage.Stores(articles, versions, new Collections(database)),
            labels,
            templates,
            frames,
            answers,
            people,
            config.pageSize(),
            config.baseUrl());
    get(routes, "/articles/{id}", page);
    get(routes, "/articles/{id}/versions/{version}", page);
    get(
        routes,
        "/articles/{id}/diff",
        new DiffPage(articles, new ComparisonStore(versions), templates, frames, answers));
    get(
        routes,
        "/stories/{id}",
        new StoryPage(
            new StoryStore(database, index),
            facets,
            trends,
            labels,
            templates,
            frames,
            answers,
            config.pageSize(),
            config.baseUrl()));
    get(routes, "/assets/{name}", assets, Role.ANYBODY);
  }

  private void addFeeds(RoutesConfig routes, ArticleStore articles, VersionStore versions) {
    FeedSource source = new FeedSource(articles, labels, answers, config.title(), config.baseUrl());
    get(routes, "/feed.atom", feed(new AtomFeed(source)));
    get(
        routes,
        "/corrections.atom",
        feed(new CorrectionsFeed(source, words, new ComparisonStore(versions))));
    get(routes, "/feed.json", feed(new DeskJsonFeed(source)));
  }

  private void addApi(
      RoutesConfig routes,
      ArticleStore articles,
      VersionStore versions,
      FacetStore facets,
      TrendStore trends) {
    VersionsApi versionsApi = new VersionsApi(versions, answers);
    get(routes, "/api/articles", programs(new ArticlesApi(articles, labels)));
    get(routes, "/api/articles/{id}", new ArticleApi(articles, answers));
    get(routes, "/api/articles/{id}/diff", new DiffApi(new ComparisonStore(versions), answers));
    get(
        routes,
        "/api/articles/{id}/citation",
        new CitationApi(articles, versions, answers, config.title(), config.baseUrl()));
    get(routes, "/api/articles/{id}/versions", versionsApi);
    get(routes, "/api/articles/{id}/versions/{version}", versionsApi::one);
    get(routes, "/api/articles/{id}/explanation", programs(new ExplanationApi(articles, answers)));
    get(routes, "/api/stories/{id}", new StoryApi(new StoryStore(database, index), answers));
    get(routes, "/api/completions", new CompletionsApi(index, answers, Clock.systemUTC()));
    get(routes, "/api/facets", programs(new FacetsApi(facets)));
    get(
        routes,
        "/api/trends",
        new QueryHandler(programs.beside(TrendsApi.STEP), answers, new TrendsApi(trends, answers)));
    get(routes, "/openapi.yaml", new OpenApi(config.baseUrl()));
    get(routes, "/api/docs", new ApiPage(assets));
  }

  /**
   * What takes long: half of the connections stay for readers.
   *
   * @return what exports, which all exports share
   */
  private ExportApi addBulk(RoutesConfig routes) {
    ExportApi export =
        new ExportApi(new ExportStore(database, index), answers, Database.CONNECTIONS / 2);
    Columns columns = new Columns(config.baseUrl());
    for (Format format :
        List.of(
            new CsvFormat(columns.table()),
            new JsonLinesFormat(),
            new ParquetFormat(columns.whole()))) {
      String path = "/api/export." + format.extension();
      get(routes, path, programs(export.in(format)));
      get(routes, path + ".zip", programs(export.bundled(format)));
    }
    get(
        routes,
        "/api/stream",
        programs(new StreamApi(live, new ArrivalStore(database, index), labels, answers)));
    return export;
  }

  /** Saved searches, and what each of them finds as any query does. */
  private void addSearches(RoutesConfig routes, ArticleStore articles) {
    SavedSearches searches = new SavedSearches(database);
    ChannelActions actions = new ChannelActions(searches, database, tests);
    SearchPages pages = new SearchPages(searches, people, labels, templates, frames, answers);
    SearchPage page = new SearchPage(searches, pages, actions, templates, frames, answers);
    get(routes, "/searches", pages::list);
    get(routes, "/searches/{id}", page::show);
    routes.post("/searches", pages::save, Role.EDITOR);
    routes.post("/searches/{id}/delete", pages::delete, Role.EDITOR);
    routes.post("/searches/{id}/channels/{place}/test", page::test, Role.EDITOR);
    routes.post("/searches/{id}/channels/{place}/on", page::on, Role.EDITOR);
    SearchesApi api = new SearchesApi(searches, actions, programs, answers, config.baseUrl());
    get(routes, "/api/searches", api::list);
    get(routes, "/api/searches/{id}", api::one);
    get(routes, "/api/searches/{id}/deliveries", api::deliveries);
    routes.post("/api/searches", api::save, Role.EDITOR);
    routes.post("/api/searches/{id}/channels/{place}/test", api::test, Role.EDITOR);
    routes.post("/api/searches/{id}/channels/{place}/on", api::on, Role.EDITOR);
    routes.delete("/api/searches/{id}", api::delete, Role.EDITOR);
    FeedSource source = new FeedSource(articles, labels, answers, config.title(), config.baseUrl());
    QueryParser feeds = programs.beside(ReaderLanguage.PARAMETER).foundLastFirst();
    get(
        routes,
        "/searches/{id}/feed.atom",
        new SavedQueryHandler(searches, feeds, answers, new AtomFeed(source)));
    get(
        routes,
        "/searches/{id}/feed.json",
        new SavedQueryHandler(searches, feeds, answers, new DeskJsonFeed(source)));
    get(
        routes,
        "/api/searches/{id}/articles",
        new SavedQueryHandler(searches, programs, answers, new ArticlesApi(articles, labels)));
    get(
        routes,
        "/api/searches/{id}/stream",
        new SavedQueryHandler(
            searches,
            programs,
            answers,
            new StreamApi(live, new ArrivalStore(database, index), labels, answers)));
  }

  private QueryHandler people(QueryHandler.QueryAction action) {
    return new QueryHandler(people, answers, action);
  }

  private QueryHandler feed(QueryHandler.QueryAction action) {
    return new QueryHandler(
        programs.beside(ReaderLanguage.PARAMETER).foundLastFirst(), answers, action);
  }

  private QueryHandler programs(QueryHandler.QueryAction action) {
    return new QueryHandler(programs, answers, action);
  }

  /** What readers may see. */
  private static void get(RoutesConfig routes, String path, Handler handler) {
    get(routes, path, handler, Role.READER);
  }

  /** GET and HEAD: the server leaves out the body of an answer to HEAD itself. */
  static void get(RoutesConfig routes, String path, Handler handler, Role role) {
    routes.get(path, handler, role);
    routes.head(path, handler, role);
  }
}
