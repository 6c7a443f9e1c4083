package io.keeling.desk.articles;

import io.keeling.desk.articles.store.ArticleListing;
import io.keeling.desk.label.ClimateNews;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Link;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import io.keeling.search.query.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links above a list. Immutable; used by one thread. */
final class ListChoices {

  private final ArticleQuery query;
  private final Filters filters;
  private final Addresses addresses;
  private final Labels labels;
  private final Messages messages;

  ListChoices(ArticleQuery query, Addresses addresses, Labels labels) {
    this.query = query;
    this.filters = query.filters();
    this.addresses = addresses;
    this.labels = labels;
    this.messages = labels.messages();
  }

  /** Links to climate news and to everything. */
  List<Link> views() {
    return List.of(
        new Link(
            messages.of("list.view-climate"),
            addresses.list(query.with(ClimateNews.in(filters))),
            ClimateNews.isIn(filters)),
        new Link(messages.of("list.view-all"), everything(), filters.of(Facet.CLIMATE).isEmpty()));
  }

  private String everything() {
    return addresses.list(query.with(filters.with(Facet.CLIMATE, List.of())));
  }

  /** Links to the orders; best match only if there are words to match. */
  List<Link> sorts() {
    List<Link> sorts = new ArrayList<>();
    if (!filters.words().isEmpty()) {
      sorts.add(sort("list.best", Sort.RELEVANCE));
    }
    sorts.add(sort("list.newest", Sort.NEWEST));
    sorts.add(sort("list.oldest", Sort.OLDEST));
    if (query.sort() == Sort.CHANGED) {
      sorts.add(sort("list.changed", Sort.CHANGED));
    }
    if (query.sort() == Sort.FOUND) {
      sorts.add(sort("list.found", Sort.FOUND));
    }
    return sorts;
  }

  private Link sort(String key, Sort sort) {
    return new Link(messages.of(key), addresses.list(query.sorted(sort)), query.sort() == sort);
  }

  /** Links that turn grouping by story on and off; empty if the query asks for one story. */
  List<Link> stories() {
    if (!filters.of(Facet.STORY).isEmpty()) {
      return List.of();
    }
    return List.of(
        stories("list.stories-once", Stories.ONCE), stories("list.stories-all", Stories.ALL));
  }

  private Link stories(String key, Stories shown) {
    return new Link(
        messages.of(key), addresses.list(query.showing(shown)), query.stories() == shown);
  }

  /** Links that each remove a chosen filter. Climate news has a switch instead. */
  List<Link> chips() {
    List<Link> chips = new ArrayList<>();
    if (!filters.words().isEmpty()) {
      chips.add(chip(messages.of("chips.words", "words", filters.words()), filters.withWords("")));
    }
    filters
        .values()
        .forEach(
            (facet, values) -> {
              if (facet != Facet.CLIMATE || !ClimateNews.isIn(filters)) {
                values.forEach(
                    value ->
                        chips.add(chip(labels.of(facet, value), filters.toggle(facet, value))));
              }
            });
    if (filters.from() != null) {
      chips.add(
          chip(
              messages.of("chips.from", "day", QueryString.moment(filters.from(), false)),
              filters.within(null, filters.to())));
    }
    if (filters.to() != null) {
      chips.add(
          chip(
              messages.of("chips.until", "day", QueryString.moment(filters.to(), true)),
              filters.within(filters.from(), null)));
    }
    return chips;
  }

  /** The profile pages of chosen topics, names, countries and outlets. */
  List<Link> pages() {
    List<Link> pages = new ArrayList<>();
    filters
        .values()
        .forEach(
            (facet, values) ->
                values.forEach(
                    value -> {
                      String page = Subject.address(facet, value);
                      if (page != null) {
                        pages.add(
                            new Link(
                                messages.of("profile.page", "what", labels.of(facet, value)),
                                page,
                                false));
                      }
                    }));
    return pages;
  }

  private Link chip(String label, Filters without) {
    return new Link(label, addresses.list(query.with(without)), false);
  }

  /**
   * The address of the list without filters. It keeps the order, and the choice between climate
   * news and everything.
   */
  String clear() {
    boolean all = filters.of(Facet.CLIMATE).isEmpty();
    return addresses.list(query.with(all ? Filters.NONE : ClimateNews.ALL));
  }

  /**
   * A link to the query with {@code -} in place of the word "not"; null if the query does not have
   * this word, or if nothing was found.
   */
  @Nullable Link without(ArticleListing listing) {
    return listing.didYouMean() == null || listing.items().isEmpty()
        ? null
        : new Link(
            messages.of("list.without", "words", listing.didYouMean()),
            addresses.list(query.with(filters.withWords(listing.didYouMean()))),
            false);
  }

  /** Links that may help if the list is empty. */
  List<Link> waysOut(ArticleListing listing) {
    List<Link> ways = new ArrayList<>();
    if (listing.didYouMean() != null) {
      ways.add(
          new Link(
              messages.of("empty.meant", "words", listing.didYouMean()),
              addresses.list(query.with(filters.withWords(listing.didYouMean()))),
              false));
    }
    if (!filters.of(Facet.CLIMATE).isEmpty()) {
      ways.add(new Link(messages.of("empty.everything"), everything(), false));
    }
    if (!filters.equals(Filters.NONE) && !filters.equals(ClimateNews.ALL)) {
      ways.add(new Link(messages.of("empty.clear"), clear(), false));
    }
    return ways;
  }
}
