package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Trends.Trend;
import io.keeling.desk.articles.store.ArticleListing;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.ClimateNews;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Parallel;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /}: the list of articles, with search and filters. Threads may share it. */
public final class ArticleListPage implements QueryAction {

  private final ArticleStore articles;
  private final FacetCounts facets;
  private final Trends trends;
  private final Labels labels;
  private final Pages pages;
  private final Addresses addresses;
  private final Parallel parallel = new Parallel();

  public ArticleListPage(
      Services services, ArticleStore articles, FacetCounts facets, Trends trends) {
    this.articles = articles;
    this.facets = facets;
    this.trends = trends;
    this.labels = services.labels();
    this.pages = services.pages();
    this.addresses = new Addresses(services.config().pageSize());
  }

  @Override
  public void answer(Context context, ArticleQuery asked) {
    ArticleQuery query = articles.meant(addresses.shown(asked, context));
    Messages messages = ReaderLanguage.of(context);
    Filters filters = query.filters();
    Supplier<Counts> counts =
        parallel.begin(() -> new Counts(facets.count(filters), trends.trend(filters, null)));
    ArticleListing listing = articles.list(query);
    pages.send(
        context,
        "list.jte",
        view(pages.frame(context, messages, filters), query, listing, counts, labels.in(messages)));
  }

  /** Counts over all results, not just those of one page. */
  private record Counts(Map<Facet, List<FacetCount>> facets, Trend trend) {}

  private ListView view(
      Frame frame,
      ArticleQuery query,
      ArticleListing listing,
      Supplier<Counts> counts,
      Labels labels) {
    Filters filters = query.filters();
    ResultItems items =
        new ResultItems(
            query, listing, articles.tellings(query, listing.items()), addresses, labels);
    ListChoices choices = new ListChoices(query, addresses, labels);
    return new ListView(
        frame,
        new Heading(labels, ResultItems.outlets(listing.items())).of(filters),
        total(listing, labels.messages()),
        items.groups(),
        FacetView.of(counts.get().facets(), query, labels, addresses),
        new ListView.Choices(
            choices.views(),
            choices.sorts(),
            items.haveStories() ? choices.stories() : List.of(),
            choices.chips(),
            choices.clear(),
            choices.pages(),
            choices.without(listing)),
        range(filters),
        TrendView.of(
            counts.get().trend(),
            query,
            addresses,
            labels.messages(),
            LocalDate.now(ZoneOffset.UTC)),
        empty(listing, filters, choices, labels.messages()),
        listing.next() == null ? null : addresses.list(query.after(listing.next())),
        query.cursor() == null ? null : addresses.list(query.after(null)),
        query.cursor() == null && query.sort() == Sort.NEWEST,
        take(query, labels.messages()));
  }

  /**
   * The number of results in words: stories and articles if they differ, since facets and trend
   * count articles but the list counts stories.
   */
  private static String total(ArticleListing listing, Messages messages) {
    int entries = listing.total().count();
    return entries == listing.articles()
        ? messages.of("list.total", "count", entries)
        : messages.of("list.total-stories", "stories", entries, "articles", listing.articles());
  }

  /** The form for dates and a name; all other filters become hidden fields. */
  private static ListView.Range range(Filters filters) {
    Filters others = filters.within(null, null);
    List<Frame.Field> hidden = new ArrayList<>(Frames.fields(others));
    if (!filters.words().isEmpty()) {
      hidden.add(new Frame.Field("q", filters.words()));
    }
    return new ListView.Range(
        filters.from() == null ? "" : day(QueryString.moment(filters.from(), false)),
        filters.to() == null ? "" : day(QueryString.moment(filters.to(), true)),
        hidden);
  }

  /** Cuts a moment to its day, for a date field. */
  private static String day(String bound) {
    return bound.substring(0, Math.min(10, bound.length()));
  }

  private static ListView.Take take(ArticleQuery listed, Messages messages) {
    String query = QueryString.of(listed.filters());
    String feed =
        messages.equals(Languages.ENGLISH)
            ? query
            : query
                + (query.isEmpty() ? "?" : "&")
                + ReaderLanguage.PARAMETER
                + "="
                + messages.code();
    return new ListView.Take(
        "/feed.atom" + feed,
        "/feed.json" + feed,
        "/api/stream" + query,
        "/corrections.atom" + feed,
        QueryString.of(listed.after(null), listed.limit(), Stories.ALL));
  }

  private static ListView.@Nullable Empty empty(
      ArticleListing listing, Filters filters, ListChoices choices, Messages messages) {
    if (!listing.items().isEmpty()) {
      return null;
    }
    return new ListView.Empty(messages.of("empty." + why(filters)), choices.waysOut(listing));
  }

  private static String why(Filters filters) {
    if (filters.isEmpty() || filters.equals(ClimateNews.ALL)) {
      return "new";
    }
    return filters.of(Facet.NAME).isEmpty() ? "filters" : "names";
  }
}
