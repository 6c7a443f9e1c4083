package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.List;

/**
 * When sources and articles are fetched.
 *
 * @param firstInterval time from the first poll of a source to the second, 1 s to 30 d. Later
 *     intervals are learned from how often the source has news. The default is the middle of what
 *     news feeds need
 * @param shortestInterval shortest interval that is learned, 1 s to 30 d
 * @param longestInterval longest interval that is learned, or accepted from a host, up to 30 d. A
 *     host can ask for one by ttl, Cache-Control or Expires. With the default, a quiet source that
 *     has news again is noticed the same day
 * @param firstBackoff wait after a first failure, 10 ms to 1 d; it doubles with each further
 *     failure
 * @param longestBackoff longest wait after a failure, up to 30 d. A source is tried again for ever
 * @param attempts tries for an article before it becomes a dead letter, 1 to 100. With the default
 *     backoff, six tries take about half an hour
 * @param rechecks ages at which an article is fetched again to find corrections, counted from its
 *     first fetch
 */
public record ScheduleConfig(
    Duration firstInterval,
    Duration shortestInterval,
    Duration longestInterval,
    Duration firstBackoff,
    Duration longestBackoff,
    int attempts,
    List<Duration> rechecks)
    implements IngestConfig.Section {

  public ScheduleConfig {
    Duration second = Duration.ofSeconds(1);
    Checks.between("firstInterval", firstInterval, second, Duration.ofDays(30));
    Checks.between("shortestInterval", shortestInterval, second, Duration.ofDays(30));
    Checks.between("longestInterval", longestInterval, shortestInterval, Duration.ofDays(30));
    Checks.between("firstBackoff", firstBackoff, Duration.ofMillis(10), Duration.ofDays(1));
    Checks.between("longestBackoff", longestBackoff, firstBackoff, Duration.ofDays(30));
    Checks.between("attempts", attempts, 1, 100);
    rechecks = growing(rechecks);
  }

  public static ScheduleConfig defaults() {
    return new ScheduleConfig(
        Duration.ofMinutes(15),
        Duration.ofMinutes(5),
        Duration.ofHours(12),
        Duration.ofMinutes(1),
        Duration.ofHours(24),
        6,
        List.of(
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(3)));
  }

  private static List<Duration> growing(List<Duration> times) {
    Duration before = Duration.ZERO;
    for (Duration time : times) {
      if (time.compareTo(before) <= 0) {
        throw new IllegalArgumentException("rechecks must grow, each above 0");
      }
      before = time;
    }
    return List.copyOf(times);
  }
}
