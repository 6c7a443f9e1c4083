package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;
import java.util.List;

/**
 * When what is fetched.
 *
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
