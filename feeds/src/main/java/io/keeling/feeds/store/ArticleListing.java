package io.keeling.feeds.store;

import io.keeling.feeds.query.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a result. Immutable and safe to share between threads.
 *
 * @param items the articles, in order
 * @param next where the next page starts, none where this is the last
 * @param total how many there are on all pages
 * @param tooCommon whether nothing could be found because the words are in every text
 */
public record ArticleListing(
    List<ListedArticle> items, @Nullable Cursor next, Total total, boolean tooCommon) {

  public ArticleListing {
    items = List.copyOf(items);
    next = next == null ? null : next.settled();
  }
}
