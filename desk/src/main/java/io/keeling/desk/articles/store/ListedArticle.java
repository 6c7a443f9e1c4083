package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Undated;
import io.keeling.search.text.Excerpt;
import java.time.Instant;

/**
 * An article in a result. Immutable; threads may share it.
 *
 * @param article the article with its tags; its text is empty
 * @param title the title with its hits
 * @param standfirst the subtitle if it matches, otherwise empty
 * @param note its outlet's correction note, empty if there is none
 * @param snippet the part of the text that matches best, or its beginning
 * @param sortedAt when it was published; if unknown, when it was first seen; if ordered by last
 *     change, when its current version was fetched
 * @param storedAt when the sink stored its current state
 * @param score how well it matches, 0 if no score was requested
 * @param tellings how many articles of its story were found, including itself; 1 without a story
 * @param corrected whether it has earlier versions, or its outlet says that it was changed
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

  /** Whether a publication date is known. */
  public boolean dated() {
    return article.article().publishedAt() != null;
  }

  /** The time by which an order sorts this article. */
  public Instant place(Sort sort) {
    return dated() || sort == Sort.CHANGED || sort == Sort.FOUND
        ? sortedAt
        : Undated.place(sortedAt);
  }

  public String id() {
    return article.article().id();
  }
}
