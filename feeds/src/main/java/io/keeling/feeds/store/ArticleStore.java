package io.keeling.feeds.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.search.Explanation;
import io.keeling.feeds.search.Hits;
import io.keeling.feeds.search.Hits.Hit;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.search.SearchRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles in their current state: found by the index, read from the database. Threads may share
 * it. Every method throws {@link org.jdbi.v3.core.JdbiException} where the database does not answer
 * and {@link io.keeling.feeds.search.IndexAwayException} where the index does not.
 */
public final class ArticleStore {

  private final Database database;
  private final SearchIndex index;
  private final ArticleRows rows;

  public ArticleStore(Database database, SearchIndex index) {
    this.database = database;
    this.index = index;
    this.rows = new ArticleRows(database);
  }

  /** A page of articles. */
  public ArticleListing list(ArticleQuery query) {
    SearchRequest request = SearchRequest.of(query);
    Hits hits = index.search(request);
    return new ArticleListing(
        new Listing(rows, index, query.filters()).of(hits.items()),
        next(query, hits, request.asOf()),
        new Total(hits.total(), true),
        hits.articles(),
        hits.total() == 0 ? index.suggest(query.filters()).orElse(null) : null);
  }

  private static @Nullable Cursor next(ArticleQuery query, Hits hits, Instant asOf) {
    List<Hit> items = hits.items();
    if (!hits.more() || items.isEmpty()) {
      return null;
    }
    Hit last = items.get(items.size() - 1);
    return new Cursor(query.sort(), last.sortedAt(), last.id(), last.score(), asOf);
  }

  /** Why an article has its score, or nothing where the filters do not find it. */
  public Optional<Explanation> explain(Filters filters, String id) {
    return index.explain(filters, id);
  }

  /** An article, or nothing where there is none of this id. */
  public Optional<EnrichedArticle> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.document, a.text, %s FROM article a WHERE a.id = :id"
                        .formatted(StoryOutlets.COLUMN))
                .bind("id", id)
                .map(
                    (row, context) ->
                        StoredDocument.read(
                            row.getString("document"),
                            row.getString("text"),
                            row.getInt("outlets")))
                .findOne());
  }
}
