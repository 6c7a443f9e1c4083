package io.keeling.ingest.listing;

import io.keeling.contract.article.NewsDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a feed, a sitemap or a section page turned out to hold. A listing that cannot be read is an
 * expected outcome, not an exception.
 */
public sealed interface Listing {

  /** Most links taken from one feed, sitemap or section: what a sitemap may have (sitemaps.org). */
  int MOST_LINKS = 50_000;

  /**
   * A listing that could be read; it may well be empty.
   *
   * @param links what it leads to, each address once, in its own order; if there were more than
   *     asked for, the newest
   * @param furtherSitemaps sitemaps that an index leads to, the newest first
   * @param timeToLive how long it asks not to be fetched again
   * @param leftOut links beyond the number asked for
   * @param repaired whether it had to be mended to be read
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

    /**
     * This listing without dates that no page can have ({@link NewsDate#isPlausible}): they would
     * be the newest, or the oldest, for ever.
     *
     * @param fetchedAt when the listing was fetched
     */
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
   * @param reason what kind of trouble
   * @param message one line for operators; quotes nothing of the content
   */
  record Unlisted(UnlistedReason reason, String message) implements Listing {

    public Unlisted {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(message, "message");
    }
  }
}
