package io.keeling.search;

import java.time.Instant;
import java.util.List;

/**
 * A page of a result.
 *
 * @param items the articles, in order
 * @param more whether another page follows
 * @param total how many entries all pages have; where each story is shown once, a story counts as
 *     one entry
 * @param articles how many articles were found, with all articles of each story
 */
public record Hits(List<Hit> items, boolean more, int total, int articles) {

  public Hits {
    items = List.copyOf(items);
  }

  /**
   * An article that was found.
   *
   * @param id the article
   * @param place its position in the order, as a moment to the microsecond for a {@link
   *     io.keeling.search.query.Cursor}. It is {@code sortedAt}, or for an article without a date,
   *     what {@link io.keeling.search.query.Undated} gives
   * @param sortedAt when it was published, or else first seen; in the order of changes, when its
   *     current wording was fetched
   * @param score how well it matches, 0 where the order is not by relevance
   * @param tellings how many articles of its story were found, itself included; 1 if it is the only
   *     one
   */
  public record Hit(String id, Instant place, Instant sortedAt, double score, int tellings) {}
}
