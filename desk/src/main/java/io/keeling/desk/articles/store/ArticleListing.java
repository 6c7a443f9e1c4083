package io.keeling.desk.articles.store;

import io.keeling.search.query.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a result.
 *
 * @param items the articles, in order
 * @param next where the next page starts, none where this is the last
 * @param total how many entries there are on all pages; each story is one where it is shown once
 * @param articles how many articles were found, every telling counted
 * @param didYouMean the words as somebody may have meant them, where nothing was found, or one is
 *     {@code not}; else none
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
