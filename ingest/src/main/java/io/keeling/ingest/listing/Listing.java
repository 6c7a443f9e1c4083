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

  /** Most links taken from one feed, sitemap or section: what a sitemap may have (sitemaps.org). */
  int MOST_LINKS = 50_000;

  /**
   * This listing without dates that no page can have ({@link NewsDate#isPlausible}): they would be
   * the newest, or the oldest, for ever.
   */
  Listing plausibleAt(Instant fetchedAt);

  /** The result of one of the two functions, by whether it could be read. */
  <R> R fold(Function<Listed, R> listed, Function<Unlisted, R> unlisted);

  /**
   * A listing that could be read; it may be empty.
   *
   * @param links each address once, in the listing's order; only the newest if there were too many
   * @param furtherSitemaps sitemaps that an index leads to, the newest first
   * @param timeToLive how long it asks not to be fetched again
   * @param leftOut links beyond the limit
   * @param repaired whether it had to be repaired
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
   * Bytes that are no such listing.
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
