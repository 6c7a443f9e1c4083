package io.keeling.ingest.listing;

import io.keeling.contract.article.NewsDate;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link in a listing, probably to an article.
 *
 * @param url absolute, in the canonical form
 * @param publishedAt when the article appeared, if the listing states it
 * @param modifiedAt when the article last changed, if the listing states it
 */
public record ListedLink(
    String url,
    @Nullable String title,
    @Nullable Instant publishedAt,
    @Nullable Instant modifiedAt) {

  public ListedLink {
    Objects.requireNonNull(url, "url");
  }

  ListedLink plausibleAt(Instant fetchedAt) {
    return new ListedLink(
        url,
        title,
        NewsDate.plausible(publishedAt, fetchedAt),
        NewsDate.plausible(modifiedAt, fetchedAt));
  }

  @Nullable Instant latest() {
    if (publishedAt == null || modifiedAt == null) {
      return publishedAt == null ? modifiedAt : publishedAt;
    }
    return publishedAt.isAfter(modifiedAt) ? publishedAt : modifiedAt;
  }
}
