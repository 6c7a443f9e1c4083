package io.keeling.desk;

import io.javalin.config.RoutesConfig;
import io.keeling.desk.access.Role;
import io.keeling.desk.api.AttentionApi;
import io.keeling.desk.api.ComparisonApi;
import io.keeling.desk.api.MentionsApi;
import io.keeling.desk.api.ProfileApi;
import io.keeling.desk.api.RisingApi;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Addresses;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.page.profile.MapPage;
import io.keeling.desk.page.profile.OutletsPage;
import io.keeling.desk.page.profile.ProfilePage;
import io.keeling.desk.page.profile.RisingPage;
import io.keeling.desk.profile.AttentionStore;
import io.keeling.desk.profile.ComparisonMaker;
import io.keeling.desk.profile.ProfileStore;
import io.keeling.desk.profile.RisingStore;
import io.keeling.desk.store.ArticleStore;
import io.keeling.desk.store.FacetStore;
import io.keeling.desk.store.TrendStore;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.QueryHandler;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.Subject;
import java.time.Clock;

/**
 * The routes of profiles: what something is and how much of it there is, what rises, the map, and
 * outlets compared.
 */
final class ProfileRoutes {

  private final SearchIndex index;
  private final Labels labels;
  private final Templates templates;
  private final Frames frames;
  private final Answers answers;
  private final QueryParser people;
  private final QueryParser programs;
  private final Addresses addresses;

  /**
   * @param people reads the queries of pages
   * @param programs reads those of the API
   */
  ProfileRoutes(
      SearchIndex index,
      Labels labels,
      Templates templates,
      Frames frames,
      Answers answers,
      QueryParser people,
      QueryParser programs,
      Addresses addresses) {
    this.index = index;
    this.labels = labels;
    this.templates = templates;
    this.frames = frames;
    this.answers = answers;
    this.people = people;
    this.programs = programs;
    this.addresses = addresses;
  }

  /** Adds them. */
  void add(RoutesConfig routes, ArticleStore articles, FacetStore facets, TrendStore trends) {
    Clock clock = Clock.systemUTC();
    AttentionStore attention = new AttentionStore(index, clock);
    ProfileStore profiles = new ProfileStore(articles, facets, attention, labels.topics());
    for (Subject.Kind kind : Subject.Kind.values()) {
      page(
          routes,
          "/" + kind.path() + "/{id}",
          new ProfilePage(kind, profiles, labels, templates, frames, answers, addresses));
    }
    api(routes, "profiles/{kind}/{id}", new ProfileApi(profiles, labels, answers));
    AttentionApi attentionApi = new AttentionApi(attention);
    api(routes, "attention", attentionApi::json);
    api(routes, "attention.csv", attentionApi::csv);
    MentionsApi mentions = new MentionsApi(facets);
    api(routes, "mentions", mentions::json);
    api(routes, "mentions.csv", mentions::csv);
    RisingStore rising = new RisingStore(index, facets, clock);
    page(routes, "/rising", new RisingPage(rising, labels, templates, frames, addresses));
    RisingApi risingApi = new RisingApi(rising);
    api(routes, "rising", risingApi::json);
    api(routes, "rising.csv", risingApi::csv);
    page(routes, "/map", new MapPage(facets, trends, labels, templates, frames, addresses, clock));
    ComparisonMaker comparisons = new ComparisonMaker(facets, trends);
    page(routes, "/outlets", new OutletsPage(comparisons, labels, templates, frames, addresses));
    ComparisonApi comparison = new ComparisonApi(comparisons);
    api(routes, "comparison", comparison::json);
    api(routes, "comparison.csv", comparison::csv);
  }

  private void page(RoutesConfig routes, String path, QueryAction action) {
    Routes.get(routes, path, new QueryHandler(people, answers, action), Role.READER);
  }

  private void api(RoutesConfig routes, String path, QueryAction action) {
    Routes.get(routes, "/api/" + path, new QueryHandler(programs, answers, action), Role.READER);
  }
}
