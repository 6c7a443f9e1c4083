package io.keeling.ingest.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The news and failures of a source so far, from which its usual silences and outages are learned.
 *
 * <p>The usual duration is the longest one seen, halved with each {@link #FADING} that passes: a
 * silent weekend is remembered until the next one, but last winter's outage is not.
 *
 * @param watchedSince when the source entered the catalogue
 * @param triedAt when the last poll ended, with or without success
 * @param newsAt when the source last had news
 * @param usualSilence the longest time between news, faded; null until the source had news twice
 * @param failingSince when the first poll of the current run of failures ended
 * @param problem one line on the last failure
 * @param usualOutage the longest run of failures, faded; null until one has ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceHistory(
    Instant watchedSince,
    @Nullable Instant triedAt,
    @Nullable Instant newsAt,
    @Nullable Duration usualSilence,
    @Nullable Instant failingSince,
    @Nullable String problem,
    @Nullable Duration usualOutage) {

  /** Time in which a usual duration halves: weekends are remembered, holidays are not. */
  static final Duration FADING = Duration.ofDays(14);

  static SourceHistory begun(Instant now) {
    return new SourceHistory(now, null, null, null, null, null, null);
  }

  /** Whether there was news after the given time; false if the time is null. */
  public boolean newsSince(@Nullable Instant time) {
    return newsAt != null && time != null && newsAt.isAfter(time);
  }

  /**
   * Returns the history after a successful poll.
   *
   * @param news whether the poll brought news
   * @param cadence the cadence by the dates in the listing; used until there is a history of news
   * @param polledAt when the previous successful poll ended, if there was one
   */
  public SourceHistory answered(
      boolean news, @Nullable Cadence cadence, @Nullable Instant polledAt, Instant now) {
    Duration faded = polledAt == null ? usualOutage : faded(usualOutage, between(polledAt, now));
    Duration outage =
        failingSince == null ? faded : longer(faded, Duration.between(failingSince, now));
    SourceHistory well =
        new SourceHistory(watchedSince, now, newsAt, usualSilence, null, null, outage);
    if (!news) {
      return well;
    }
    // At the first poll all links are new; their dates tell how old they are.
    return newsAt == null && cadence != null
        ? well.withNews(cadence.newestBefore(now), cadence.longestGap())
        : well.news(now);
  }

  /** Returns the history after news, perhaps in a further sitemap of the source. */
  public SourceHistory news(Instant now) {
    if (newsAt == null) {
      return withNews(now, null);
    }
    Duration gap = between(newsAt, now);
    return withNews(now, longer(faded(usualSilence, gap), gap));
  }

  SourceHistory failed(@Nullable String why, Instant now) {
    Instant start = failingSince == null ? now : failingSince;
    return new SourceHistory(watchedSince, now, newsAt, usualSilence, start, why, usualOutage);
  }

  private SourceHistory withNews(Instant at, @Nullable Duration silence) {
    return new SourceHistory(
        watchedSince, triedAt, at, silence, failingSince, problem, usualOutage);
  }

  private static @Nullable Duration faded(@Nullable Duration length, Duration passed) {
    if (length == null) {
      return null;
    }
    double left = Math.pow(0.5, passed.toMillis() / (double) FADING.toMillis());
    return Duration.ofMillis((long) (length.toMillis() * left));
  }

  private static Duration longer(@Nullable Duration usual, Duration seen) {
    return usual == null || seen.compareTo(usual) > 0 ? seen : usual;
  }

  private static Duration between(Instant from, Instant to) {
    return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
  }
}
