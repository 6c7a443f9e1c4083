package io.keeling.desk.saved;

import io.keeling.desk.access.Role;
import io.keeling.desk.articles.ArticlesApi;
import io.keeling.desk.articles.StreamApi;
import io.keeling.desk.articles.feed.AtomFeed;
import io.keeling.desk.articles.feed.DeskJsonFeed;
import io.keeling.desk.articles.feed.FeedSource;
import io.keeling.desk.articles.live.LiveArticles;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.Routes;
import io.keeling.search.query.QueryParser;

/** The routes of saved searches, and of the articles that each of them finds. */
public final class SearchRoutes {

  private static final String ONE = "/searches/{id}";
  private static final String CHANNELS = ONE + "/channels";
  private static final String CHANNEL = CHANNELS + "/{place}";

  private final Services services;
  private final SavedSearches searches;

  public SearchRoutes(Services services) {
    this.services = services;
    this.searches = new SavedSearches(services.database());
  }

  /**
   * @param tests sends test messages to channels
   */
  public void add(Routes routes, TestSender tests, LiveArticles live) {
    ChannelRules rules = new ChannelRules(services.config().alerts());
    ChannelActions actions = new ChannelActions(searches, services.database(), tests, rules);
    SearchPages list = new SearchPages(services, searches, rules);
    SearchPage page = new SearchPage(searches, list, actions, rules, services.pages());
    routes.get("/searches", list::list);
    routes.get(ONE, page::show);
    routes.post("/searches", list::save, Role.EDITOR);
    SearchRemovalPage removal = new SearchRemovalPage(searches, services.pages());
    routes.get(ONE + "/delete", removal::ofSearch, Role.EDITOR);
    routes.post(ONE + "/delete", list::delete, Role.EDITOR);
    routes.post(CHANNELS, page::add, Role.EDITOR);
    routes.post(CHANNEL + "/test", page::test, Role.EDITOR);
    routes.post(CHANNEL + "/on", page::on, Role.EDITOR);
    routes.post(CHANNEL + "/off", page::off, Role.EDITOR);
    routes.get(
        CHANNEL + "/remove", context -> removal.of(context, actions.find(context)), Role.EDITOR);
    routes.post(CHANNEL + "/remove", page::remove, Role.EDITOR);
    SearchesApi api = new SearchesApi(services, searches, actions, rules);
    routes.get("/api/searches", api::list);
    routes.get("/api" + ONE, api::one);
    routes.get("/api" + ONE + "/deliveries", api::deliveries);
    routes.post("/api/searches", api::save, Role.EDITOR);
    routes.post("/api" + CHANNELS, api::add, Role.EDITOR);
    routes.delete("/api" + CHANNEL, api::remove, Role.EDITOR);
    routes.post("/api" + CHANNEL + "/test", api::test, Role.EDITOR);
    routes.post("/api" + CHANNEL + "/on", api::on, Role.EDITOR);
    routes.post("/api" + CHANNEL + "/off", api::off, Role.EDITOR);
    routes.delete("/api" + ONE, api::delete, Role.EDITOR);
    FeedSource source = FeedSource.of(services);
    QueryParser feeds = services.queries().feeds();
    routes.get(ONE + "/feed.atom", found(feeds, new AtomFeed(source)));
    routes.get(ONE + "/feed.json", found(feeds, new DeskJsonFeed(source)));
    QueryParser programs = services.queries().api();
    routes.get(
        "/api" + ONE + "/articles",
        found(programs, new ArticlesApi(source.articles(), services.labels())));
    routes.get("/api" + ONE + "/stream", found(programs, new StreamApi(services, live)));
  }

  private SavedQueryHandler found(QueryParser parser, QueryAction action) {
    return new SavedQueryHandler(searches, parser, action);
  }
}
