package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.database.Database;
import io.keeling.search.Scan;
import io.keeling.search.SearchIndex;
import io.keeling.search.SearchRequest;
import io.keeling.search.query.ArticleQuery;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads any number of articles in bounded memory: a few thousand ids and two hundred articles at a
 * time. Threads may share it.
 */
public final class ExportStore {

  /** Number of ids taken from the index at a time. Each batch takes a walk over all results. */
  private static final int IDS = 5_000;

  /** Number of articles read from the database at a time: a few megabytes. */
  private static final int ARTICLES = 200;

  /**
   * Maximum duration of an export. A client that takes longer hardly reads, and keeps a database
   * connection from other exports.
   */
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final ArticleRows rows;
  private final SearchIndex index;

  public ExportStore(Database database, SearchIndex index) {
    this.rows = new ArticleRows(database);
    this.index = index;
  }

  @FunctionalInterface
  public interface Sink {
    /** Takes an article; returns false to stop. */
    boolean accept(EnrichedArticle article) throws IOException;
  }

  /**
   * Passes all articles of a query to a sink, in order, until the sink wants no more. Selection and
   * order are those at the beginning. Contents are read later, and articles deleted in the meantime
   * are left out.
   *
   * @throws IOException if the sink throws it
   * @throws IllegalStateException if it takes too long
   */
  public void export(ArticleQuery query, Sink sink) throws IOException {
    long begin = System.nanoTime();
    try (Scan scan = index.scan(SearchRequest.of(query.after(null)))) {
      List<String> ids = scan.next(IDS);
      while (!ids.isEmpty()) {
        if (!pass(ids, begin, sink)) {
          return;
        }
        ids = scan.next(IDS);
      }
    }
  }

  /**
   * Passes stored articles to a sink in the order of their ids, until the sink wants no more.
   *
   * @throws IOException if the sink throws it
   * @throws IllegalStateException if it takes too long
   */
  public void export(List<String> ids, Sink sink) throws IOException {
    pass(ids, System.nanoTime(), sink);
  }

  /** Passes articles to a sink; false if the sink wants no more. */
  private boolean pass(List<String> ids, long begin, Sink sink) throws IOException {
    for (int i = 0; i < ids.size(); i += ARTICLES) {
      requireTime(begin);
      if (!pass(ids.subList(i, Math.min(i + ARTICLES, ids.size())), sink)) {
        return false;
      }
    }
    return true;
  }

  private void requireTime(long begin) {
    if (System.nanoTime() - begin > LIMIT.toNanos()) {
      throw new IllegalStateException("an export took longer than " + LIMIT);
    }
  }

  private boolean pass(List<String> ids, Sink sink) throws IOException {
    Map<String, EnrichedArticle> found = new HashMap<>();
    rows.whole(ids).forEach(article -> found.put(article.article().id(), article));
    for (String id : ids) {
      EnrichedArticle article = found.get(id);
      if (article != null && !sink.accept(article)) {
        return false;
      }
    }
    return true;
  }
}
