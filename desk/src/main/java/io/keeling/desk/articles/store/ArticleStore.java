package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Story;
import io.keeling.desk.database.Database;
import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.Marker;
import io.keeling.search.ScoreExplanation;
import io.keeling.search.SearchIndex;
import io.keeling.search.SearchRequest;
import io.keeling.search.language.Denials;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles in their current state: searched in the index, read from the database. Threads may share
 * it. Every method throws {@link org.jdbi.v3.core.JdbiException} if the database does not answer
 * and {@link io.keeling.search.IndexAwayException} if the index does not.
 */
public final class ArticleStore {

  /**
   * Maximum number of other tellings shown on a page: of one story, and of all stories together.
   * More would make the page too large.
   */
  private static final int TELLINGS_OF_ONE = 3;

  private static final int MOST_TELLINGS = 15;

  private final SearchIndex index;
  private final ArticleRows rows;

  public ArticleStore(Database database, SearchIndex index) {
    this.index = index;
    this.rows = new ArticleRows(database);
  }

  public ArticleListing list(ArticleQuery query) {
    SearchRequest request = SearchRequest.of(query);
    Hits hits = index.search(request);
    return new ArticleListing(
        new ListedArticles(rows, index, query.filters()).of(hits.items()),
        next(query, hits, request.asOf()),
        new Total(hits.total(), true),
        hits.articles(),
        meant(query.filters(), hits).orElse(null));
  }

  /** The form in which the index has a name. */
  public String meant(String name) {
    return index.meant(name);
  }

  /** The query with names in the form in which the index has them. */
  public ArticleQuery meant(ArticleQuery query) {
    List<String> names = query.filters().of(Facet.NAME);
    return names.isEmpty()
        ? query
        : new ArticleQuery(
            query.filters().with(Facet.NAME, names.stream().map(index::meant).toList()),
            query.sort(),
            query.limit(),
            query.cursor(),
            query.stories());
  }

  private Optional<String> meant(Filters filters, Hits hits) {
    Optional<String> without =
        filters.words().isEmpty() ? Optional.empty() : Denials.meant(filters.words());
    return without.isEmpty() && hits.total() == 0 ? index.suggest(filters) : without;
  }

  /**
   * The stories with the most tellings among the filtered articles, each represented by its first
   * telling.
   */
  public List<ListedArticle> mostTold(Filters filters, int most) {
    return new ListedArticles(rows, index, filters).of(index.mostTold(filters, most));
  }

  /** A few other tellings of each listed story, newest first, by the id of the listed telling. */
  public Map<String, List<ListedArticle>> tellings(ArticleQuery query, List<ListedArticle> items) {
    Map<String, String> stories = new HashMap<>();
    for (ListedArticle item : items) {
      Story story = item.article().story();
      if (story != null && item.tellings() > 1 && query.stories() == Stories.ONCE) {
        stories.put(story.id(), item.id());
      }
    }
    Map<String, List<String>> ids = new HashMap<>();
    int room = MOST_TELLINGS;
    for (var story :
        index.tellings(query.filters(), stories.keySet(), TELLINGS_OF_ONE + 1).entrySet()) {
      String shown = Objects.requireNonNull(stories.get(story.getKey()));
      List<String> others =
          story.getValue().stream()
              .filter(id -> !id.equals(shown))
              .limit(Math.min(room, TELLINGS_OF_ONE))
              .toList();
      ids.put(shown, others);
      room -= others.size();
    }
    return listed(ids);
  }

  private Map<String, List<ListedArticle>> listed(Map<String, List<String>> ids) {
    Map<String, ListedArticle> articles = new HashMap<>();
    new ListedArticles(rows, index, Filters.NONE)
        .ofIds(ids.values().stream().flatMap(List::stream).toList())
        .forEach(article -> articles.put(article.id(), article));
    Map<String, List<ListedArticle>> listed = new HashMap<>();
    ids.forEach(
        (shown, others) ->
            listed.put(
                shown, others.stream().map(articles::get).filter(Objects::nonNull).toList()));
    return listed;
  }

  /** Whether a list sorted by time shows this article for its story. */
  public boolean isFirstTelling(ArticleQuery query, ListedArticle listed) {
    Story story = listed.article().story();
    if (story == null) {
      return true;
    }
    List<String> newestFirst =
        index
            .tellings(query.filters(), List.of(story.id()), Integer.MAX_VALUE)
            .getOrDefault(story.id(), List.of());
    int first = query.sort() == Sort.OLDEST ? newestFirst.size() - 1 : 0;
    return newestFirst.isEmpty() || newestFirst.get(first).equals(listed.id());
  }

  private static @Nullable Cursor next(ArticleQuery query, Hits hits, Instant asOf) {
    List<Hit> items = hits.items();
    if (!hits.more() || items.isEmpty()) {
      return null;
    }
    Hit last = items.get(items.size() - 1);
    return new Cursor(query.sort(), last.place(), last.id(), last.score(), asOf);
  }

  /** Marks the words that the filters search for; empty if they search for none. */
  public Optional<Marker> marker(Filters filters, String language) {
    return filters.words().isEmpty()
        ? Optional.empty()
        : Optional.of(index.marker(filters, language));
  }

  /** Explains an article's score; empty if the filters do not match the article. */
  public Optional<ScoreExplanation> explain(Filters filters, String id) {
    return index.explain(filters, id);
  }

  /** An article by its id; empty if there is none. */
  public Optional<EnrichedArticle> find(String id) {
    return rows.whole(List.of(id)).stream().findFirst();
  }
}
