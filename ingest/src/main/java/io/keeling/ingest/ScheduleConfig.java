package io.keeling.ingest;

import java.time.Duration;
import java.util.List;

/**
 * When what is fetched. Immutable and safe to share between threads.
 *
 * @param tick how often the frontier looks for what is due
 * @param firstInterval how long after its first poll a source is polled again; the default is the
 *     middle of what news feeds need
 * @param shortestInterval floor of the learned interval
 * @param longestInterval ceiling of the learned interval and of what a host asks for by ttl,
 *     Cache-Control or Expires, so that a source that wakes up is heard the same day
 * @param firstBackoff wait after a first failure; doubles with each further failure
 * @param longestBackoff longest wait between tries: a source is never given up
 * @param attempts tries for an article link before it becomes a dead letter; the default spans,
 *     with the default backoff, about half an hour
 * @param rechecks ages, counted from the first fetch, at which an article is fetched again to catch
 *     corrections
 * @param outstandingPerHost requests to one host that may be under way at once, one while it gives
 *     no answer; enough to keep a host's queue filled, few enough that no host fills the fetcher
 * @param linksPerPage most links taken from one feed, sitemap or section page; the default is the
 *     most a sitemap may have (sitemaps.org)
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
    int linksPerPage) {

  public ScheduleConfig {
    Duration second = Duration.ofSeconds(1);
    Checks.between("tick", tick, Duration.ofMillis(10), Duration.ofMinutes(1));
    Checks.between("firstInterval", firstInterval, second, Duration.ofDays(30));
    Checks.between("shortestInterval", shortestInterval, second, Duration.ofDays(30));
    Checks.between("longestInterval", longestInterval, shortestInterval, Duration.ofDays(30));
    Checks.between("firstBackoff", firstBackoff, Duration.ofMillis(10), Duration.ofDays(1));
    Checks.between("longestBackoff", longestBackoff, firstBackoff, Duration.ofDays(30));
    Checks.between("attempts", attempts, 1, 100);
    rechecks = List.copyOf(rechecks);
    Duration before = Duration.ZERO;
    for (Duration age : rechecks) {
      if (age.compareTo(before) <= 0) {
        throw new IllegalArgumentException("rechecks must grow, each above 0");
      }
      before = age;
    }
    Checks.between("outstandingPerHost", outstandingPerHost, 1, 1000);
    Checks.between("linksPerPage", linksPerPage, 1, 50_000);
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
        50_000);
  }
}
