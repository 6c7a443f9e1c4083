package io.keeling.feeds.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * Reads any number of articles in bounded memory: a few hundred are held at a time. Threads may
 * share it.
 */
public final class ExportStore {

  /** Articles that one round trip brings. */
  private static final int FETCH = 200;

  private final Database database;
  private final Duration limit;

  /**
   * @param limit how long an export may take
   */
  public ExportStore(Database database, Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  /** What is done with each article. */
  @FunctionalInterface
  public interface Sink {
    /** Takes an article, and says whether more are wanted. */
    boolean accept(EnrichedArticle article) throws IOException;
  }

  /**
   * Passes on every article of some filters, newest first, as they were at one moment, while the
   * sink wants more.
   *
   * @throws IOException if the sink throws it
   */
  public void export(Filters filters, Sink sink) throws IOException {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              // Transactions are what makes the driver fetch in portions.
              database.allow(handle, limit);
              WordQuery words = WordQuery.of(filters, handle);
              if (words.tooCommon()) {
                return;
              }
              ArticleSql sql = new ArticleSql(filters, words);
              ResultIterable<EnrichedArticle> rows =
                  handle
                      .createQuery(
                          "SELECT a.document, a.text, %s FROM article a WHERE %s ORDER BY %s"
                              .formatted(StoryOutlets.COLUMN, sql.condition(), ArticleSql.NEWEST))
                      .bindMap(sql.bindings())
                      .setFetchSize(FETCH)
                      .map(
                          (row, context) ->
                              StoredDocument.read(
                                  row.getString("document"),
                                  row.getString("text"),
                                  row.getInt("outlets")));
              try (var articles = rows.iterator()) {
                pass(articles, sink);
              }
            });
  }

  private static void pass(Iterator<EnrichedArticle> articles, Sink sink) throws IOException {
    boolean wanted = true;
    while (wanted && articles.hasNext()) {
      wanted = sink.accept(articles.next());
    }
  }
}
