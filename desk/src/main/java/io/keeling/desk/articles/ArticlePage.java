package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Role;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.label.Citation;
import io.keeling.desk.label.ClimateNews;
import io.keeling.desk.label.Dates;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.IndexAwayException;
import io.keeling.search.Marker;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import io.keeling.search.text.Excerpt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /articles/{id}} and {@code GET /articles/{id}/versions/{version}}: an article with its
 * tags highlighted and explained. Threads may share it.
 *
 * <p>The address may hold the query of the list that the article was opened from, with the
 * article's position as cursor. The page then links back to the list and to the article's
 * neighbours. An invalid query is ignored.
 */
public final class ArticlePage implements Handler {

  private static final String PART = "part";

  private final ArticleStore articles;
  private final VersionStore versions;
  private final Function<String, List<Link>> collections;
  private final Labels labels;
  private final Pages pages;
  private final QueryParser parser;
  private final Addresses addresses;
  private final String baseUrl;

  public ArticlePage(
      Services services,
      ArticleStore articles,
      VersionStore versions,
      Function<String, List<Link>> collections) {
    this.articles = articles;
    this.versions = versions;
    this.collections = collections;
    this.labels = services.labels();
    this.pages = services.pages();
    this.parser = services.queries().pages();
    this.addresses = new Addresses(services.config().pageSize());
    this.baseUrl = services.baseUrl();
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    String version = context.pathParamMap().get("version");
    EnrichedArticle found =
        version == null
            ? articles.find(id).orElseThrow(Failure.ARTICLE_UNKNOWN::exception)
            : versions.find(id, version).orElseThrow(Failure.VERSION_UNKNOWN::exception);
    pages.send(context, "article.jte", view(context, found, versions.list(id)));
  }

  private ArticleView view(
      Context context, EnrichedArticle enriched, List<VersionStore.Version> all) {
    Messages messages = ReaderLanguage.of(context);
    Labels spoken = labels.in(messages);
    ArticleQuery list = list(context);
    Neighbours neighbours = list == null ? null : neighbours(context, enriched, list, spoken);
    Optional<Marker> marker = marker(list, enriched);
    List<Excerpt.Match> hits =
        marker.map(m -> m.whole(enriched.article().text()).matches()).orElse(List.of());
    Filters among = linkFilters(enriched, list);
    Article article = enriched.article();
    boolean older =
        all.stream().anyMatch(v -> !v.current() && v.version().equals(article.version()));
    var story = enriched.story();
    return new ArticleView(
        list == null
            ? pages.frame(context, messages)
            : pages.frame(context, messages, list.filters()),
        new Dates(messages),
        enriched,
        older,
        TextView.of(enriched, spoken, hits, part(context), here(context)),
        hits(marker, enriched.article(), hits),
        TagsView.of(enriched, spoken, addresses, among),
        Provenances.of(enriched, messages),
        Citation.of(article, "", baseUrl).text(),
        Link.external(article.canonicalUrl()),
        addresses.filter(among, Facet.SOURCE, article.source().domain(), article.source().name()),
        spoken.language(article.language()),
        story == null || story.outlets() < 2
            ? null
            : addresses.filter(
                Filters.NONE,
                Facet.STORY,
                story.id(),
                messages.of("article.story", "count", story.outlets())),
        neighbours,
        collected(context, article.id()),
        all,
        Caller.of(context).may(Role.EDITOR));
  }

  private ArticleView.CollectionLinks collected(Context context, String id) {
    return new ArticleView.CollectionLinks(
        collections.apply(id),
        Caller.of(context).may(Role.EDITOR) ? "/articles/" + id + "/collections" : null);
  }

  /** The list, starting after the article's position; null if the address has no position. */
  private @Nullable ArticleQuery list(Context context) {
    ArticleQuery query = query(context.queryParamMap());
    return query == null || query.cursor() == null ? null : addresses.shown(query, context);
  }

  private @Nullable ArticleQuery query(Map<String, List<String>> parameters) {
    return parser.parse(parameters) instanceof ParsedQuery.Valid valid ? valid.query() : null;
  }

  /** If the index is unavailable, the article is shown without its neighbours in the list. */
  private @Nullable Neighbours neighbours(
      Context context, EnrichedArticle enriched, ArticleQuery list, Labels spoken) {
    Article article = enriched.article();
    try {
      return Neighbours.of(
          article.id(),
          list,
          page(context),
          articles,
          addresses,
          new Heading(spoken, Map.of(article.source().domain(), article.source().name()))
              .of(list.filters()));
    } catch (IndexAwayException e) {
      return null;
    }
  }

  private Optional<Marker> marker(@Nullable ArticleQuery list, EnrichedArticle enriched) {
    try {
      return list == null
          ? Optional.empty()
          : articles.marker(list.filters(), enriched.article().language());
    } catch (IndexAwayException e) {
      return Optional.empty();
    }
  }

  private static ArticleView.Hits hits(
      Optional<Marker> marker, Article article, List<Excerpt.Match> text) {
    Excerpt title = line(marker, article.title());
    Excerpt standfirst = line(marker, article.subtitle() == null ? "" : article.subtitle());
    Excerpt note = line(marker, article.correctionNote() == null ? "" : article.correctionNote());
    return new ArticleView.Hits(
        title.segments(),
        standfirst.segments(),
        note.segments(),
        !text.isEmpty()
            || Stream.of(title, standfirst, note).anyMatch(line -> !line.matches().isEmpty()));
  }

  private static Excerpt line(Optional<Marker> marker, String text) {
    return marker.map(m -> m.line(text)).orElseGet(() -> Excerpt.plain(text));
  }

  /** The cursor of the list page on which the article was found. */
  private @Nullable Cursor page(Context context) {
    Map<String, List<String>> parameters = new HashMap<>(context.queryParamMap());
    parameters.put("cursor", parameters.getOrDefault(Addresses.PAGE, List.of()));
    ArticleQuery page = query(parameters);
    return page == null ? null : page.cursor();
  }

  /**
   * Filters for links from an article to lists: climate news if both the article and the list it
   * was opened from are climate news; otherwise none.
   */
  private static Filters linkFilters(EnrichedArticle enriched, @Nullable ArticleQuery list) {
    if (list != null && !ClimateNews.isIn(list.filters())) {
      return Filters.NONE;
    }
    ClimateGrade grade = enriched.climate().grade();
    return grade == ClimateGrade.MAIN || grade == ClimateGrade.MENTION
        ? ClimateNews.ALL
        : Filters.NONE;
  }

  private static int part(Context context) {
    String part = context.queryParam(PART);
    return part != null && part.matches("[1-9]\\d{0,3}") ? Integer.parseInt(part) : 1;
  }

  /** The address of this page, for links between its parts. */
  private static String here(Context context) {
    return Frames.here(context, PART) + PART + "=";
  }
}
