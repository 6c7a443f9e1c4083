package io.keeling.feeds.page;

import io.javalin.http.Context;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.query.Sort;
import io.keeling.feeds.query.Stories;
import io.keeling.feeds.store.ArticleListing;
import io.keeling.feeds.store.ArticleStore;
import io.keeling.feeds.store.FacetStore;
import io.keeling.feeds.store.Total;
import io.keeling.feeds.store.TrendStore;
import io.keeling.feeds.web.QueryHandler.QueryAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /}: the list of articles, with search and filters. Threads may share it. */
public final class ArticleListPage implements QueryAction {

  private final ArticleStore articles;
  private final FacetStore facets;
  private final TrendStore trends;
  private final Labels labels;
  private final Templates templates;
  private final Site site;
  private final int pageSize;

  public ArticleListPage(
      ArticleStore articles,
      FacetStore facets,
      TrendStore trends,
      Labels labels,
      Templates templates,
      Site site,
      int pageSize) {
    this.articles = articles;
    this.facets = facets;
    this.trends = trends;
    this.labels = labels;
    this.templates = templates;
    this.site = site;
    this.pageSize = pageSize;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    ArticleListing listing = articles.list(query);
    Filters filters = query.filters();
    String filterQuery = QueryString.of(filters);
    context.header("Cache-Control", "no-cache");
    templates.send(
        context,
        "list.jte",
        new ListView(
            site,
            query,
            heading(query),
            total(listing.total()),
            groups(listing, query.sort()),
            FacetView.of(facets.count(filters), query, labels, pageSize),
            chips(query),
            sorts(query),
            hidden(filters),
            filters.from() == null ? "" : QueryString.moment(filters.from(), false),
            filters.to() == null ? "" : QueryString.moment(filters.to(), true),
            TrendView.of(trends.trend(filters, null), query, pageSize),
            empty(listing, filters),
            listing.next() == null ? null : href(query.after(listing.next())),
            query.cursor() == null ? null : href(query.after(null)),
            href(query.with(Filters.NONE)),
            "/feed.atom" + filterQuery,
            "/feed.json" + filterQuery,
            "/api/export.csv" + filterQuery,
            "/api/stream" + filterQuery));
  }

  private String href(ArticleQuery query) {
    return "/" + QueryString.of(query, pageSize, Stories.ONCE);
  }

  private static String heading(ArticleQuery query) {
    if (!query.filters().words().isEmpty()) {
      return "Results for “" + query.filters().words() + "”";
    }
    if (!query.filters().isEmpty()) {
      return "Filtered articles";
    }
    return query.sort() == Sort.OLDEST ? "From the beginning" : "Latest articles";
  }

  private static String total(Total total) {
    String number = String.format(Locale.ENGLISH, "%,d", total.count());
    if (!total.exact()) {
      return number + "+ articles";
    }
    return total.count() == 1 ? "1 article" : number + " articles";
  }

  private List<ListView.Group> groups(ArticleListing listing, Sort sort) {
    List<ListView.Group> groups = new ArrayList<>();
    List<ItemView> open = new ArrayList<>();
    @Nullable LocalDate day = null;
    for (ItemView item :
        listing.items().stream().map(listed -> ItemView.of(listed, labels)).toList()) {
      LocalDate itemDay = sort == Sort.RELEVANCE ? null : item.day();
      if (!open.isEmpty() && itemDay != null && !itemDay.equals(day)) {
        groups.add(new ListView.Group(day, List.copyOf(open)));
        open.clear();
      }
      day = itemDay;
      open.add(item);
    }
    if (!open.isEmpty()) {
      groups.add(new ListView.Group(day, List.copyOf(open)));
    }
    return groups;
  }

  private List<Link> chips(ArticleQuery query) {
    Filters filters = query.filters();
    List<Link> chips = new ArrayList<>();
    if (!filters.words().isEmpty()) {
      chips.add(chip("“" + filters.words() + "”", query, filters.withWords("")));
    }
    filters
        .values()
        .forEach(
            (facet, values) ->
                values.forEach(
                    value ->
                        chips.add(
                            chip(labels.of(facet, value), query, filters.toggle(facet, value)))));
    if (filters.from() != null) {
      chips.add(
          chip(
              "From " + QueryString.moment(filters.from(), false),
              query,
              filters.within(null, filters.to())));
    }
    if (filters.to() != null) {
      chips.add(
          chip(
              "Until " + QueryString.moment(filters.to(), true),
              query,
              filters.within(filters.from(), null)));
    }
    return chips;
  }

  private Link chip(String label, ArticleQuery query, Filters without) {
    return new Link(label, href(query.with(without)), false);
  }

  private List<Link> sorts(ArticleQuery query) {
    List<Link> sorts = new ArrayList<>();
    if (!query.filters().words().isEmpty()) {
      sorts.add(sort("Best match", Sort.RELEVANCE, query));
    }
    sorts.add(sort("Newest", Sort.NEWEST, query));
    sorts.add(sort("Oldest", Sort.OLDEST, query));
    return sorts;
  }

  private Link sort(String label, Sort sort, ArticleQuery query) {
    return new Link(label, href(query.sorted(sort)), query.sort() == sort);
  }

  private static List<ListView.Field> hidden(Filters filters) {
    List<ListView.Field> fields = new ArrayList<>();
    filters
        .values()
        .forEach(
            (facet, values) ->
                values.forEach(v -> fields.add(new ListView.Field(facet.parameter(), v))));
    return fields;
  }

  private static @Nullable String empty(ArticleListing listing, Filters filters) {
    if (!listing.items().isEmpty()) {
      return null;
    }
    if (listing.didYouMean() != null) {
      return "Nothing matches all of this. Did you mean “" + listing.didYouMean() + "”?";
    }
    if (filters.isEmpty()) {
      return "No articles yet. They appear here by themselves as soon as the first ones are read"
          + " and tagged.";
    }
    return filters.of(Facet.NAME).isEmpty()
        ? "Nothing matches all of this. Take a filter away, or try other words."
        : "Nothing matches all of this. Names are matched as they are written in the article;"
            + " the search field also finds parts of names.";
  }
}
