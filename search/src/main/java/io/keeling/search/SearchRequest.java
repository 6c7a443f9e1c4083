package io.keeling.search;

import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import java.time.Instant;

/**
 * A request for a page.
 *
 * @param query which articles in which order, and where the page before ended
 * @param asOf the moment at which the age of articles is measured; the same for all pages of a
 *     result
 */
public record SearchRequest(ArticleQuery query, Instant asOf) {

  /** Rounds the moment as a cursor does, so that all pages agree. */
  public SearchRequest {
    asOf = Cursor.moment(asOf);
  }

  /** A page as of now, or as of the time of the first page. */
  public static SearchRequest of(ArticleQuery query) {
    Cursor cursor = query.cursor();
    return new SearchRequest(query, cursor == null ? Instant.now() : cursor.asOf());
  }
}
