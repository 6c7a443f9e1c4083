package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * When what is fetched.
 *
 * @param tick how often the frontier looks for what is due
 * @param firstInterval how long after its first poll a source is polled again; the default is the
 *     middle of what news feeds need
 * @param shortestInterval floor of the learned interval
 * @param longestInterval ceiling of the learned interval and of what a host asks for by ttl,
 *     Cache-Control or Expires, so that a source that wakes up is heard the same day
 * @param firstBackoff wait after a first failure; grows with each further failure
 * @param longestBackoff longest wait between tries: a source is never given up
 * @param attempts tries for an article link before it becomes a dead letter; the default spans,
 *     with the default backoff, about half an hour
 * @param rechecks ages, counted from the first fetch, at which an article is fetched again to catch
 *     corrections
 * @param outstandingPerHost requests to one host that may be under way at once, one while it gives
 *     no answer; enough to keep a host's queue filled, few enough that no host fills the fetcher
 * @param lately times by which what is due of a host is ordered; where more is due than may be
 *     under way, what is due for no longer than the first of these comes before all that is due for
 *     longer, and so on: today's news does not wait for days behind the links of a large sitemap
 * @param linksPerPage most links taken from one feed, sitemap or section page; the default is the
 *     most a sitemap may have (sitemaps.org)
 * @param pace how intervals and waits grow, shrink and spread
 */
public record ScheduleConfig(
    Duration tick,
    Duration firstInterval,
    Duration shortestInterval,
    Duration longestInterval,
    Duration firstBackoff,
    Duration longestBackoff,
    int attempts,
    List<Duration> rechecks,
    int outstandingPerHost,
    List<Duration> lately,
    int linksPerPage,
    PaceConfig pace)
    implements IngestConfig.Section {

  public ScheduleConfig {
    Duration second = Duration.ofSeconds(1);
    Checks.between("tick", tick, Duration.ofMillis(10), Duration.ofMinutes(1));
    Checks.between("firstInterval", firstInterval, second, Duration.ofDays(30));
    Checks.between("shortestInterval", shortestInterval, second, Duration.ofDays(30));
    Checks.between("longestInterval", longestInterval, shortestInterval, Duration.ofDays(30));
    Checks.between("firstBackoff", firstBackoff, Duration.ofMillis(10), Duration.ofDays(1));
    Checks.between("longestBackoff", longestBackoff, firstBackoff, Duration.ofDays(30));
    Checks.between("attempts", attempts, 1, 100);
    rechecks = growing("rechecks", rechecks);
    Checks.between("outstandingPerHost", outstandingPerHost, 1, 1000);
    lately = growing("lately", lately);
    Checks.between("linksPerPage", linksPerPage, 1, 50_000);
    Objects.requireNonNull(pace, "pace");
  }

  public static ScheduleConfig defaults() {
    return new ScheduleConfig(
        Duration.ofSeconds(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(5),
        Duration.ofHours(12),
        Duration.ofMinutes(1),
        Duration.ofHours(24),
        6,
        List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(3)),
        16,
        List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1)),
        50_000,
        PaceConfig.defaults());
  }

  /** These settings with another pace. */
  public ScheduleConfig withPace(PaceConfig other) {
    return new ScheduleConfig(
        tick,
        firstInterval,
        shortestInterval,
        longestInterval,
        firstBackoff,
        longestBackoff,
        attempts,
        rechecks,
        outstandingPerHost,
        lately,
        linksPerPage,
        other);
  }

  private static List<Duration> growing(String key, List<Duration> times) {
    Duration before = Duration.ZERO;
    for (Duration time : times) {
      if (time.compareTo(before) <= 0) {
        throw new IllegalArgumentException(key + " must grow, each above 0");
      }
      before = time;
    }
    return List.copyOf(times);
  }
}
