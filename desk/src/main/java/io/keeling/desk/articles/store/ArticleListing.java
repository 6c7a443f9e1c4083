package io.keeling.desk.articles.store;

import io.keeling.search.query.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a result. Immutable; threads may share it.
 *
 * @param next the cursor of the next page, null on the last
 * @param total number of results on all pages; a grouped story counts once
 * @param articles number of articles found, counting every telling
 * @param didYouMean a suggested spelling if nothing was found, or a query with {@code -} if one
 *     word is {@code not}; otherwise null
 */
public record ArticleListing(
    List<ListedArticle> items,
    @Nullable Cursor next,
    Total total,
    int articles,
    @Nullable String didYouMean) {

  public ArticleListing {
    items = List.copyOf(items);
    next = next == null ? null : next.settled();
  }
}
