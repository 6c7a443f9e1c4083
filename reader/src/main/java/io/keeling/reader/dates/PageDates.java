package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.metadata.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * When a page was first published and last changed.
 *
 * @param published null if the page gives no date
 * @param modified null if the page gives no date of change, or one before its publication
 */
public record PageDates(@Nullable Chosen<NewsDate> published, @Nullable Chosen<NewsDate> modified) {

  static PageDates of(@Nullable Chosen<NewsDate> published, @Nullable Chosen<NewsDate> modified) {
    boolean early =
        published != null && modified != null && isBefore(modified.value(), published.value());
    return new PageDates(published, early ? null : modified);
  }

  /** Compares moments if both are known, else days. */
  private static boolean isBefore(NewsDate one, NewsDate other) {
    return (one.time() != null && other.time() != null)
        ? one.time().isBefore(other.time())
        : one.day().isBefore(other.day());
  }
}
