package io.keeling.feeds.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.text.Excerpt;
import java.time.Instant;

/**
 * An article in a result. Immutable and safe to share between threads.
 *
 * @param article the article with its tags; its text is empty
 * @param title the title, with the words that match
 * @param standfirst the subtitle where it matches, empty where it does not
 * @param note what its outlet says it corrected, empty where it says nothing
 * @param snippet the part of the text that matches best, or its beginning
 * @param sortedAt the moment it is sorted at
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

  /** Its id. */
  public String id() {
    return article.article().id();
  }
}
