package io.keeling.feeds.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.Sort;
import io.keeling.feeds.search.Hits;
import io.keeling.feeds.search.Hits.Hit;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.search.SearchRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads any number of articles in bounded memory: a few hundred are held at a time. Threads may
 * share it.
 */
public final class ExportStore {

  private final Database database;
  private final SearchIndex index;
  private final Duration limit;

  /**
   * @param limit how long an export may take
   */
  public ExportStore(Database database, SearchIndex index, Duration limit) {
    this.database = database;
    this.index = index;
    this.limit = limit;
  }

  /** What is done with each article. */
  @FunctionalInterface
  public interface Sink {
    /** Takes an article, and says whether more are wanted. */
    boolean accept(EnrichedArticle article) throws IOException;
  }

  /**
   * Passes on every article of some filters, newest first, while the sink wants more. What arrives
   * meanwhile and is newer than what was passed on is not among them.
   *
   * @throws IOException if the sink throws it
   * @throws IllegalStateException if it takes too long
   */
  public void export(Filters filters, Sink sink) throws IOException {
    long begin = System.nanoTime();
    ArticleQuery query = new ArticleQuery(filters, Sort.NEWEST, ArticleQuery.MOST, null);
    SearchRequest request = SearchRequest.of(query);
    boolean more = true;
    while (more) {
      if (System.nanoTime() - begin > limit.toNanos()) {
        throw new IllegalStateException("an export took longer than " + limit);
      }
      Hits page = index.search(new SearchRequest(query, request.asOf()));
      more = pass(page, sink) && page.more();
      if (more) {
        Hit last = page.items().get(page.items().size() - 1);
        query = query.after(new Cursor(Sort.NEWEST, last.sortedAt(), last.id(), 0, request.asOf()));
      }
    }
  }

  private boolean pass(Hits page, Sink sink) throws IOException {
    List<String> ids = page.items().stream().map(Hit::id).toList();
    Map<String, EnrichedArticle> found = read(ids);
    for (String id : ids) {
      EnrichedArticle article = found.get(id);
      if (article != null && !sink.accept(article)) {
        return false;
      }
    }
    return true;
  }

  private Map<String, EnrichedArticle> read(List<String> ids) {
    return database.read(
        handle -> {
          Map<String, EnrichedArticle> found = new HashMap<>();
          handle
              .createQuery(
                  "SELECT a.document, a.text, %s FROM article a WHERE a.id = ANY (:ids)"
                      .formatted(StoryOutlets.COLUMN))
              .bind("ids", ids.toArray(String[]::new))
              .map(
                  (row, context) ->
                      StoredDocument.read(
                          row.getString("document"), row.getString("text"), row.getInt("outlets")))
              .forEach(article -> found.put(article.article().id(), article));
          return found;
        });
  }
}
