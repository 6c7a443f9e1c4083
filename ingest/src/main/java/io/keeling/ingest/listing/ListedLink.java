package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link that a feed, sitemap or section page leads to. Immutable and safe to share between
 * threads.
 *
 * @param url where it leads
 * @param purpose what lies there: an article or a further sitemap
 * @param published when it was published, if the listing says so
 * @param updated when it was last changed, if the listing says so
 */
public record ListedLink(
    CanonicalUrl url,
    FetchPurpose purpose,
    @Nullable Instant published,
    @Nullable Instant updated) {

  public ListedLink {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(purpose, "purpose");
  }
}
