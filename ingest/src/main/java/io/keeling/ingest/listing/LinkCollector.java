package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the links of one page, each once. For one thread. */
final class LinkCollector {

  private final CanonicalUrl base;
  private final int limit;
  private final Map<String, ListedLink> links = new LinkedHashMap<>();
  private int leftOut;

  LinkCollector(CanonicalUrl base, int limit) {
    this.base = base;
    this.limit = limit;
  }

  /** Takes a link as the page writes it; ignores what leads nowhere we go. */
  void add(
      @Nullable String reference,
      FetchPurpose purpose,
      @Nullable Instant published,
      @Nullable Instant updated) {
    if (reference == null || reference.isBlank()) {
      return;
    }
    base.resolve(reference).ifPresent(url -> add(new ListedLink(url, purpose, published, updated)));
  }

  private void add(ListedLink link) {
    String identity = link.url().identity();
    if (identity.equals(base.identity()) || links.containsKey(identity)) {
      return;
    }
    if (links.size() >= limit) {
      leftOut++;
      return;
    }
    links.put(identity, link);
  }

  Listing.Links links(@Nullable Long ttlSeconds) {
    return new Listing.Links(new ArrayList<>(links.values()), ttlSeconds, leftOut);
  }
}
