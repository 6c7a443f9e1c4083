package io.keeling.desk.profiles;

import io.keeling.desk.articles.Addresses;
import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.articles.Trends;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.Routes;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.Subject;
import java.time.Clock;

/** Routes of profiles, rising subjects, the map and the comparison of outlets. */
public final class ProfileRoutes {

  private final Services services;

  public ProfileRoutes(Services services) {
    this.services = services;
  }

  public void add(Routes routes) {
    SearchIndex index = services.index();
    Labels labels = services.labels();
    Pages pages = services.pages();
    Addresses addresses = new Addresses(services.config().pageSize());
    ArticleStore articles = new ArticleStore(services.database(), index);
    FacetCounts facets = new FacetCounts(index, labels);
    Trends trends = new Trends(index);
    Clock clock = Clock.systemUTC();
    AttentionStore attention = new AttentionStore(index, clock);
    ProfileStore profiles = new ProfileStore(articles, facets, attention, labels.topics());
    for (Subject.Kind kind : Subject.Kind.values()) {
      page(
          routes,
          "/" + kind.path() + "/{id}",
          new ProfilePage(kind, profiles, labels, pages, addresses));
    }
    api(routes, "profiles/{kind}/{id}", new ProfileApi(profiles, labels));
    AttentionApi attentionApi = new AttentionApi(attention);
    api(routes, "attention", attentionApi::json);
    api(routes, "attention.csv", attentionApi::csv);
    MentionsApi mentions = new MentionsApi(facets);
    api(routes, "mentions", mentions::json);
    api(routes, "mentions.csv", mentions::csv);
    RisingStore rising = new RisingStore(index, facets, clock);
    page(routes, "/rising", new RisingPage(rising, labels, pages, addresses));
    RisingApi risingApi = new RisingApi(rising);
    api(routes, "rising", risingApi::json);
    api(routes, "rising.csv", risingApi::csv);
    page(routes, "/map", new MapPage(facets, trends, labels, pages, addresses, clock));
    ComparisonMaker comparisons = new ComparisonMaker(facets, trends);
    page(routes, "/outlets", new OutletsPage(comparisons, labels, pages, addresses));
    ComparisonApi comparison = new ComparisonApi(comparisons);
    api(routes, "comparison", comparison::json);
    api(routes, "comparison.csv", comparison::csv);
  }

  private void page(Routes routes, String path, QueryAction action) {
    routes.get(path, services.queries().page(action));
  }

  private void api(Routes routes, String path, QueryAction action) {
    routes.get("/api/" + path, services.queries().api(action));
  }
}
