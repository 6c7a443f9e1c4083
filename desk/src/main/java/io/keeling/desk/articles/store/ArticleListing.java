package io.keeling.desk.articles.store;

import io.keeling.search.query.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a result. Immutable; threads may share it.
 *
 * @param next the cursor of the next page, none on the last
 * @param total entries on all pages; a grouped story counts once
 * @param articles articles found, every telling counted
 * @param didYouMean a suggested spelling, where nothing was found or one word is {@code not}; else
 *     none
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
