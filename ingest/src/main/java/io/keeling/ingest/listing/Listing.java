package io.keeling.ingest.listing;

import io.keeling.contract.article.NewsDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The content of a feed, a sitemap or a section page. A listing that cannot be read is an expected
 * outcome, not an exception.
 */
public sealed interface Listing {

  /** Maximum number of links taken from one listing: what a sitemap may have (sitemaps.org). */
  int MOST_LINKS = 50_000;

  /**
   * Returns this listing without implausible dates ({@link NewsDate#isPlausible}), which would stay
   * the newest or the oldest for ever.
   */
  Listing plausibleAt(Instant fetchedAt);

  /** Applies the first function if the listing could be read, the second if not. */
  <R> R fold(Function<Listed, R> listed, Function<Unlisted, R> unlisted);

  /**
   * A listing that could be read; it may be empty.
   *
   * @param links without repeated addresses, in the listing's order; only the newest if there were
   *     too many
   * @param furtherSitemaps sitemaps that a sitemap index names, the newest first
   * @param timeToLive how long the listing asks not to be fetched again
   * @param leftOut number of links dropped beyond the limit
   * @param repaired whether the listing was malformed and had to be repaired
   */
  record Listed(
      List<ListedLink> links,
      List<ListedLink> furtherSitemaps,
      Optional<Duration> timeToLive,
      int leftOut,
      boolean repaired)
      implements Listing {

    public Listed {
      links = List.copyOf(links);
      furtherSitemaps = List.copyOf(furtherSitemaps);
      Objects.requireNonNull(timeToLive, "timeToLive");
    }

    @Override
    public <R> R fold(Function<Listed, R> listed, Function<Unlisted, R> unlisted) {
      return listed.apply(this);
    }

    @Override
    public Listed plausibleAt(Instant fetchedAt) {
      return new Listed(
          links.stream().map(link -> link.plausibleAt(fetchedAt)).toList(),
          furtherSitemaps.stream().map(link -> link.plausibleAt(fetchedAt)).toList(),
          timeToLive,
          leftOut,
          repaired);
    }
  }

  /**
   * Bytes that are not a listing of the expected kind.
   *
   * @param message one line for operators; quotes no content
   */
  record Unlisted(UnlistedReason reason, String message) implements Listing {

    public Unlisted {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public <R> R fold(Function<Listed, R> listed, Function<Unlisted, R> unlisted) {
      return unlisted.apply(this);
    }

    @Override
    public Unlisted plausibleAt(Instant fetchedAt) {
      return this;
    }
  }
}
