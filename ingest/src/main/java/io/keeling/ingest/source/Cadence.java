package io.keeling.ingest.source;

import io.keeling.ingest.listing.ListedLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often links appear in a listing, judging by their dates.
 *
 * @param newest the date of the newest link
 * @param longestGap the longest time between two successive dates; null if there are fewer than two
 *     dates
 */
public record Cadence(Instant newest, @Nullable Duration longestGap) {

  /** Number of the newest dates that count; older gaps say nothing about today. */
  private static final int MOST_DATES = 30;

  /** Returns the cadence of a listing; null if no link has a date. */
  public static @Nullable Cadence of(List<ListedLink> links) {
    List<Instant> dates =
        links.stream()
            .map(link -> link.publishedAt() == null ? link.modifiedAt() : link.publishedAt())
            .flatMap(date -> date == null ? Stream.empty() : Stream.of(date))
            .sorted((a, b) -> b.compareTo(a))
            .limit(MOST_DATES)
            .toList();
    if (dates.isEmpty()) {
      return null;
    }
    Duration longest = null;
    for (int i = 1; i < dates.size(); i++) {
      Duration gap = Duration.between(dates.get(i), dates.get(i - 1));
      longest = longest == null || gap.compareTo(longest) > 0 ? gap : longest;
    }
    return new Cadence(Objects.requireNonNull(dates.get(0)), longest);
  }

  /**
   * Returns the newest date; now if that date is in the future, by mistake or for an announcement.
   */
  public Instant newestBefore(Instant now) {
    return newest.isAfter(now) ? now : newest;
  }
}
