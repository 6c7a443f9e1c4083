package io.keeling.feeds.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.text.Excerpt;
import java.time.Instant;

/**
 * An article in a result. Immutable and safe to share between threads.
 *
 * @param article the article with its tags; its text is empty
 * @param title the title, with the words that match
 * @param snippet the part of the text that matches best, or its beginning
 * @param sortedAt the moment it is sorted at
 * @param storedAt when the sink stored its current state
 * @param score how well it matches, 0 where that was not asked
 */
public record ListedArticle(
    EnrichedArticle article,
    Excerpt title,
    Excerpt snippet,
    Instant sortedAt,
    Instant storedAt,
    double score) {

  /** Its id. */
  public String id() {
    return article.article().id();
  }
}
