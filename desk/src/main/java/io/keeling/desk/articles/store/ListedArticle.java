package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Undated;
import io.keeling.search.text.Excerpt;
import java.time.Instant;

/**
 * An article in a result.
 *
 * @param article the article with its tags; its text is empty
 * @param title the title, with the words that match
 * @param standfirst the subtitle where it matches, empty where it does not
 * @param note what its outlet says it corrected, empty where it says nothing
 * @param snippet the part of the text that matches best, or its beginning
 * @param sortedAt when it was published, or else first seen; where the order is by what changed
 *     last, when its current wording was fetched
 * @param storedAt when the sink stored its current state
 * @param score how well it matches, 0 where that was not asked
 * @param tellings how many articles of its story were found, itself included; 1 where it stands
 *     alone
 * @param corrected whether another wording of it was read before, or its outlet says it changed it
 */
public record ListedArticle(
    EnrichedArticle article,
    Excerpt title,
    Excerpt standfirst,
    Excerpt note,
    Excerpt snippet,
    Instant sortedAt,
    Instant storedAt,
    double score,
    int tellings,
    boolean corrected) {

  /** Whether it says when it was published. */
  public boolean dated() {
    return article.article().publishedAt() != null;
  }

  /** Where it stands in an order, as a cursor says it. */
  public Instant place(Sort sort) {
    return dated() || sort == Sort.CHANGED || sort == Sort.FOUND
        ? sortedAt
        : Undated.place(sortedAt);
  }

  /** Its id. */
  public String id() {
    return article.article().id();
  }
}
