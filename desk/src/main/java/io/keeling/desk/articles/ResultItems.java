package io.keeling.desk.articles;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.desk.articles.ItemView.Telling;
import io.keeling.desk.articles.store.ArticleListing;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Dates;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Link;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the items of one page of a list. Used by one thread. */
public final class ResultItems {

  /** Maximum number of topics and of countries shown for an item, so that they fit on a line. */
  private static final int MOST_TOPICS = 3;

  private static final int MOST_COUNTRIES = 3;

  private final ArticleQuery query;
  private final ArticleListing listing;
  private final Addresses addresses;
  private final Labels labels;
  private final Dates dates;
  private final Filters among;
  private final Map<String, List<ListedArticle>> tellings;

  /**
   * @param tellings other tellings of each article's story, by the article's id
   */
  ResultItems(
      ArticleQuery query,
      ArticleListing listing,
      Map<String, List<ListedArticle>> tellings,
      Addresses addresses,
      Labels labels) {
    this.query = query;
    this.listing = listing;
    this.tellings = tellings;
    this.addresses = addresses;
    this.labels = labels;
    this.dates = new Dates(labels.messages());
    this.among = Filters.NONE.with(Facet.CLIMATE, query.filters().of(Facet.CLIMATE));
  }

  /** Items grouped by day; one group without a heading if the order is not by time. */
  List<ListView.Group> groups() {
    List<ListView.Group> groups = new ArrayList<>();
    List<ItemView> open = new ArrayList<>();
    @Nullable String heading = null;
    for (ItemView item : items()) {
      @Nullable String itemHeading = heading(item);
      if (!open.isEmpty() && !Objects.equals(itemHeading, heading)) {
        groups.add(new ListView.Group(heading, List.copyOf(open)));
        open.clear();
      }
      heading = itemHeading;
      open.add(item);
    }
    if (!open.isEmpty()) {
      groups.add(new ListView.Group(heading, List.copyOf(open)));
    }
    return groups;
  }

  private @Nullable String heading(ItemView item) {
    if (query.sort() == Sort.RELEVANCE) {
      return null;
    }
    LocalDate day = item.day();
    return day == null ? labels.messages().of("list.undated") : dates.heading(day);
  }

  /** Whether any story has several tellings, so that grouping makes a difference. */
  boolean haveStories() {
    return listing.articles() > listing.total().count()
        || listing.items().stream()
            .map(listed -> listed.article().story())
            .anyMatch(story -> story != null && isTold(story));
  }

  /** Outlet names by domain. */
  static Map<String, String> outlets(List<ListedArticle> items) {
    Map<String, String> outlets = new LinkedHashMap<>();
    items.forEach(
        listed -> {
          Outlet outlet = listed.article().article().source();
          outlets.putIfAbsent(outlet.domain(), outlet.name());
        });
    return outlets;
  }

  private List<ItemView> items() {
    return listing.items().stream().map(this::item).toList();
  }

  private static boolean isTold(Story story) {
    return story.outlets() > 1;
  }

  private ItemView item(ListedArticle listed) {
    Article article = listed.article().article();
    String grade = listed.article().climate().grade().name().toLowerCase(Locale.ROOT);
    String language = article.language();
    return new ItemView(
        article.id(),
        href(listed),
        listed.title().segments(),
        listed.standfirst().segments(),
        listed.note().segments(),
        listed.snippet().segments(),
        filter(Facet.SOURCE, article.source().domain(), article.source().name()),
        day(listed),
        dates.publishedOrSeen(article, listed.sortedAt()),
        article.publishedAt() == null
            ? listed.sortedAt().toString()
            : article.publishedAt().toString(),
        language.equals(labels.messages().code()) ? null : labels.language(language),
        tongue(language),
        grade,
        labels.climate(grade),
        topics(listed, TopicGrade.MAIN),
        topics(listed, TopicGrade.MENTION),
        String.join(
            ", ",
            listed.article().countries().stream()
                .limit(MOST_COUNTRIES)
                .map(c -> labels.country(c.code()))
                .toList()),
        article.free(),
        listed.corrected() ? "/articles/" + article.id() + "/diff" : null,
        story(listed));
  }

  /** The day of an item; null if the item has no date and the order is by date. */
  private @Nullable LocalDate day(ListedArticle listed) {
    return listed.dated() || query.sort() == Sort.CHANGED || query.sort() == Sort.FOUND
        ? listed.sortedAt().atOffset(ZoneOffset.UTC).toLocalDate()
        : null;
  }

  /** A language as an HTML tag. */
  public static @Nullable String tongue(String language) {
    return language.equals("und") ? null : language;
  }

  private String href(ListedArticle listed) {
    return addresses.article(
        listed.id(), query, Neighbours.position(query, listing, listed), query.cursor());
  }

  private List<Link> topics(ListedArticle listed, TopicGrade grade) {
    return listed.article().topics().stream()
        .filter(topic -> topic.grade() == grade)
        .limit(MOST_TOPICS)
        .map(topic -> filter(Facet.TOPIC, topic.id(), labels.topic(topic.id())))
        .toList();
  }

  private ItemView.@Nullable Story story(ListedArticle listed) {
    Story story = listed.article().story();
    if (story == null || (!isTold(story) && listed.tellings() < 2)) {
      return null;
    }
    return new ItemView.Story(
        isTold(story)
            ? labels.messages().of("item.story", "count", story.outlets() - 1)
            : labels.messages().of("item.retold", "count", listed.tellings() - 1),
        addresses.filter(Filters.NONE, Facet.STORY, story.id(), "").href(),
        "/stories/" + story.id(),
        tellings.getOrDefault(listed.id(), List.of()).stream().map(this::telling).toList());
  }

  private Telling telling(ListedArticle listed) {
    Article article = listed.article().article();
    return new Telling(
        article.source().name(),
        new Link(article.title(), href(listed), false),
        tongue(article.language()));
  }

  private Link filter(Facet facet, String value, String label) {
    return addresses.filter(among, facet, value, label);
  }
}
