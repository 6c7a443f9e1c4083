package io.keeling.ingest;

import java.time.Duration;
import java.util.List;

/**
 * When what is fetched. Immutable and safe to share between threads.
 *
 * @param tick how often the frontier looks for what is due; default 1 s
 * @param firstInterval how long after its first poll a source is polled again; default 15 min, the
 *     middle of what news feeds need
 * @param shortestInterval floor of the learned interval; default 5 min
 * @param longestInterval ceiling of the learned interval; default 12 h, so that a source that wakes
 *     up is heard the same day
 * @param firstBackoff wait after a first failure; default 1 min; doubles with each further failure
 * @param longestBackoff longest wait between tries; default 24 h: a source is never given up
 * @param attempts tries for an article link before it becomes a dead letter; default 6, which with
 *     the default backoff spans about half an hour
 * @param rechecks ages, counted from the first fetch, at which an article is fetched again to catch
 *     corrections; default 1 h, 6 h, 24 h, 3 d
 * @param outstandingPerHost requests to one host that may be under way at once; default 16: enough
 *     to keep a host's queue filled, few enough that no host fills the fetcher
 * @param linksPerPage most links taken from one feed, sitemap or section page; default 50000, the
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
    Checks.between("schedule.tick", tick, Duration.ofMillis(10), Duration.ofMinutes(1));
    Checks.between("schedule.firstInterval", firstInterval, second, Duration.ofDays(30));
    Checks.between("schedule.shortestInterval", shortestInterval, second, Duration.ofDays(30));
    Checks.between(
        "schedule.longestInterval", longestInterval, shortestInterval, Duration.ofDays(30));
    Checks.between(
        "schedule.firstBackoff", firstBackoff, Duration.ofMillis(10), Duration.ofDays(1));
    Checks.between("schedule.longestBackoff", longestBackoff, firstBackoff, Duration.ofDays(30));
    Checks.between("schedule.attempts", attempts, 1, 100);
    rechecks = List.copyOf(rechecks);
    Duration before = Duration.ZERO;
    for (Duration age : rechecks) {
      if (age.compareTo(before) <= 0) {
        throw new IllegalArgumentException("schedule.rechecks must grow, each above 0");
      }
      before = age;
    }
    Checks.between("schedule.outstandingPerHost", outstandingPerHost, 1, 1000);
    Checks.between("schedule.linksPerPage", linksPerPage, 1, 50_000);
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
