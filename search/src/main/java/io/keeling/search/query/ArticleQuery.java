package io.keeling.search.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of articles. Every address of the desk takes it as its query string.
 *
 * @param filters which articles
 * @param sort in which order
 * @param limit how many at most, 1 to {@link #MOST}
 * @param cursor where the page before ended, null for the first page
 * @param stories whether each story is shown once
 */
public record ArticleQuery(
    Filters filters, Sort sort, int limit, @Nullable Cursor cursor, Stories stories) {

  /** Maximum number of articles on one page: about half a megabyte of JSON. */
  public static final int MOST = 200;

  public ArticleQuery {
    Objects.requireNonNull(filters, "filters");
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
    }
    if (sort == Sort.RELEVANCE && filters.words().isEmpty()) {
      sort = Sort.NEWEST;
    }
  }

  /** A page that shows every article of a story. */
  public ArticleQuery(Filters filters, Sort sort, int limit, @Nullable Cursor cursor) {
    this(filters, sort, limit, cursor, Stories.ALL);
  }

  public ArticleQuery with(Filters other) {
    return new ArticleQuery(other, sort, limit, null, stories);
  }

  public ArticleQuery sorted(Sort other) {
    return new ArticleQuery(filters, other, limit, null, stories);
  }

  public ArticleQuery after(@Nullable Cursor position) {
    return new ArticleQuery(filters, sort, limit, position, stories);
  }

  public ArticleQuery showing(Stories other) {
    return new ArticleQuery(filters, sort, limit, null, other);
  }
}
