package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.article.Article;
import io.keeling.desk.articles.Trends.Span;
import io.keeling.desk.articles.Trends.Trend;
import io.keeling.desk.articles.diff.Additions.Added;
import io.keeling.desk.articles.store.StoryStore;
import io.keeling.desk.articles.store.StoryStore.Telling;
import io.keeling.desk.articles.store.StoryStore.ToldStory;
import io.keeling.desk.label.Citation;
import io.keeling.desk.label.Dates;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /stories/{id}}: the tellings of a story (the articles that belong to it) side by side,
 * and what each adds. Threads may share it.
 */
public final class StoryPage implements Handler {

  /** Maximum number of new paragraphs shown of one telling; more would make the page too heavy. */
  private static final int MOST_PARAGRAPHS = 5;

  /**
   * Length to which paragraphs are cut, in characters. A hundred words show what a paragraph is
   * about.
   */
  private static final int LONGEST_PARAGRAPH = 600;

  /** Maximum number of topics, and of names, shown for the whole story: one or two lines. */
  private static final int MOST_ABOUT = 6;

  /** Maximum number of outlets counted. */
  private static final int MOST_OUTLETS = 1_000;

  /**
   * The model of the page's template.
   *
   * @param list the same tellings as a list
   * @param summary the number of tellings and outlets, and the dates, in words
   * @param trend the tellings over time, null if there are too few days to draw
   * @param about links to the topics and names of the tellings, most frequent first
   * @param more number of later tellings that are not shown
   */
  public record View(
      Frame frame,
      String json,
      List<Column> tellings,
      int more,
      Link list,
      String summary,
      @Nullable TrendView trend,
      List<Link> about) {}

  /**
   * A telling.
   *
   * @param tongue its language tag for the browser, null if unknown
   * @param known the share of its text that earlier tellings contain, in words; null for the first
   *     telling
   * @param paragraphs its new paragraphs
   * @param more number of further new paragraphs
   * @param names names that it is the first to mention
   * @param compare the comparison with the first telling, null for the first
   * @param citation its citation
   * @param csl the citation as CSL-JSON
   */
  public record Column(
      String source,
      String date,
      Link article,
      @Nullable String tongue,
      @Nullable String known,
      List<String> paragraphs,
      int more,
      List<String> names,
      @Nullable String compare,
      String citation,
      String csl) {}

  private final StoryStore stories;
  private final FacetCounts facets;
  private final Trends trends;
  private final Labels labels;
  private final Pages pages;
  private final int pageSize;
  private final String baseUrl;

  public StoryPage(Services services, StoryStore stories, FacetCounts facets, Trends trends) {
    this.stories = stories;
    this.facets = facets;
    this.trends = trends;
    this.labels = services.labels();
    this.pages = services.pages();
    this.pageSize = services.config().pageSize();
    this.baseUrl = services.baseUrl();
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    ToldStory story = stories.find(id).orElseThrow(Failure.STORY_UNKNOWN::exception);
    Messages messages = ReaderLanguage.of(context);
    Dates dates = new Dates(messages);
    List<Column> columns = new ArrayList<>();
    String first = story.tellings().get(0).article().article().id();
    for (Telling telling : story.tellings()) {
      columns.add(column(telling, first, dates, messages));
    }
    Filters all = Filters.NONE.with(Facet.STORY, List.of(id));
    Map<Facet, List<FacetCount>> counts = facets.together(all, MOST_OUTLETS);
    Trend trend = trends.trend(all, null);
    Addresses addresses = new Addresses(pageSize);
    pages.send(
        context,
        "story.jte",
        new View(
            pages.frame(context, messages),
            "/api/stories/" + id,
            columns,
            story.more(),
            addresses.filter(Filters.NONE, Facet.STORY, id, messages.of("item.story-all")),
            summary(columns.size() + story.more(), counts, trend, messages),
            TrendView.of(
                trend,
                new ArticleQuery(all, Sort.NEWEST, pageSize, null),
                addresses,
                messages,
                LocalDate.now(ZoneOffset.UTC)),
            about(counts, labels.in(messages))));
  }

  private static String summary(
      int tellings, Map<Facet, List<FacetCount>> counts, Trend trend, Messages messages) {
    List<Span> spans = trend.spans();
    Dates dates = new Dates(messages);
    return messages.of(
        "story.summary",
        Map.of(
            "count",
            tellings,
            "outlets",
            counts.getOrDefault(Facet.SOURCE, List.of()).size(),
            "first",
            spans.isEmpty() ? "" : dates.day(spans.get(0).start()),
            "last",
            spans.isEmpty() ? "" : dates.day(spans.get(spans.size() - 1).start())));
  }

  private static List<Link> about(Map<Facet, List<FacetCount>> counts, Labels labels) {
    List<Link> about = new ArrayList<>();
    for (Facet facet : List.of(Facet.TOPIC, Facet.NAME)) {
      counts.getOrDefault(facet, List.of()).stream()
          .limit(MOST_ABOUT)
          .forEach(
              count -> {
                String page = Subject.address(facet, count.value());
                if (page != null) {
                  about.add(new Link(labels.of(facet, count.value()), page, false));
                }
              });
    }
    return about;
  }

  private Column column(Telling telling, String first, Dates dates, Messages messages) {
    Article article = telling.article().article();
    Added added = telling.added();
    boolean isFirst = article.id().equals(first);
    int shown = Math.min(MOST_PARAGRAPHS, added.paragraphs().size());
    return new Column(
        article.source().name(),
        dates.publishedOrFound(article),
        new Link(article.title(), "/articles/" + article.id(), false),
        ResultItems.tongue(article.language()),
        isFirst
            ? null
            : messages.of("story.known", "percent", (int) Math.round(added.known() * 100)),
        isFirst
            ? List.of()
            : added.paragraphs().stream().limit(shown).map(StoryPage::bounded).toList(),
        isFirst ? 0 : added.paragraphs().size() - shown + added.more(),
        isFirst ? List.of() : added.names(),
        isFirst ? null : "/articles/" + article.id() + "/diff?with=" + first,
        Citation.of(article, "", baseUrl).text(),
        "/api/articles/" + article.id() + "/citation?version=" + article.version());
  }

  private static String bounded(String paragraph) {
    return paragraph.length() <= LONGEST_PARAGRAPH
        ? paragraph
        : paragraph.substring(0, LONGEST_PARAGRAPH).strip() + " …";
  }
}
