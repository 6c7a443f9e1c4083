package io.keeling.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.AccountRoutes;
import io.keeling.desk.articles.ArticleRoutes;
import io.keeling.desk.articles.export.ExportApi;
import io.keeling.desk.articles.live.LiveArticles;
import io.keeling.desk.articles.store.ExportStore;
import io.keeling.desk.collections.CollectionRoutes;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.corrections.CorrectionRoutes;
import io.keeling.desk.corrections.CorrectionWriter;
import io.keeling.desk.database.Database;
import io.keeling.desk.health.Health;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.openapi.ApiPage;
import io.keeling.desk.openapi.OpenApi;
import io.keeling.desk.operators.Operations;
import io.keeling.desk.operators.OperatorRoutes;
import io.keeling.desk.page.ErrorPage;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.page.Site;
import io.keeling.desk.page.Templates;
import io.keeling.desk.profiles.ProfileRoutes;
import io.keeling.desk.saved.SearchRoutes;
import io.keeling.desk.saved.SwitchedOffSearches;
import io.keeling.desk.saved.TestSender;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Assets;
import io.keeling.desk.web.ClientAddress;
import io.keeling.desk.web.FailureException;
import io.keeling.desk.web.FailureHandler;
import io.keeling.desk.web.Queries;
import io.keeling.desk.web.RateLimiter;
import io.keeling.desk.web.RefusalHandler;
import io.keeling.desk.web.Routes;
import io.keeling.desk.web.SecurityHeaders;
import io.keeling.search.FollowedIndex;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;

/** Assembles the features, each of which registers its own routes. */
final class DeskRoutes {

  private final Assets assets = new Assets();
  private final FollowedIndex index;
  private final Budgets budgets;
  private final ExpressionParser expressions;
  private final Services services;

  DeskRoutes(
      DeskConfig config,
      TopicLabels topics,
      Database database,
      FollowedIndex index,
      Budgets budgets) {
    this.index = index;
    this.budgets = budgets;
    this.expressions = new ExpressionParser(new KnownValues(topics));
    Templates templates = new Templates();
    Site site =
        new Site(
            config.title(),
            assets.path("keeling.css"),
            assets.path("keeling.js"),
            assets.path("keeling.svg"));
    Frames frames = new Frames(site, index::rebuilding, new SwitchedOffSearches(database));
    Answers answers = new Answers(new ErrorPage(templates, frames, expressions)::show);
    this.services =
        new Services(
            config,
            database,
            index.index(),
            new Labels(topics),
            new Pages(templates, frames, answers),
            new Queries(
                new QueryParser(Manner.LENIENT, config.pageSize(), Stories.ONCE, expressions),
                new QueryParser(Manner.STRICT, config.pageSize(), Stories.ALL, expressions)));
  }

  void add(
      RoutesConfig javalin,
      LiveArticles live,
      CorrectionWriter corrections,
      Health health,
      Operations operations,
      TestSender tests) {
    Answers answers = services.answers();
    AccountRoutes accounts = new AccountRoutes(services);
    javalin.before(new SecurityHeaders());
    javalin.before(request -> budgets.begin());
    javalin.after(request -> budgets.end());
    javalin.before(accounts.gate()::recognize);
    DeskConfig.RateLimit limit = services.config().rateLimit();
    if (limit.requestsPerMinute() > 0) {
      ClientAddress clients = new ClientAddress(limit.clientHeader());
      javalin.before(new RateLimiter(limit.requestsPerMinute(), clients, answers));
    }
    javalin.beforeMatched(accounts.gate());
    javalin.exception(HttpResponseException.class, new RefusalHandler(answers));
    javalin.exception(FailureException.class, (e, context) -> answers.fail(context, e.failure()));
    javalin.exception(Exception.class, new FailureHandler(answers, index::rebuilding));

    Routes routes = new Routes(javalin);
    CollectionRoutes collections = new CollectionRoutes(services);
    // Exports take long, so half of the connections are reserved for readers.
    ExportApi export =
        new ExportApi(
            new ExportStore(services.database(), services.index()), Database.CONNECTIONS / 2);
    new ArticleRoutes(services).add(routes, collections::of, expressions, export, live);
    collections.add(routes, export);
    new SearchRoutes(services).add(routes, tests, live);
    new CorrectionRoutes(services, corrections).add(routes);
    new ProfileRoutes(services).add(routes);
    accounts.add(routes);
    new OperatorRoutes(services, operations).add(routes);
    routes.get("/assets/{name}", assets, Role.ANYBODY);
    routes.get("/openapi.yaml", new OpenApi(services.baseUrl()));
    routes.get("/api/docs", new ApiPage(assets));
    routes.get("/healthz", health::alive, Role.ANYBODY);
    routes.get("/readyz", health::ready, Role.ANYBODY);
    routes.get("/metrics", health::metrics);
  }
}
