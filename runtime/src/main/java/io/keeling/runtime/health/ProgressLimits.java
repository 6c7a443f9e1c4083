package io.keeling.runtime.health;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How long work may wait and none be finished.
 *
 * @param stalledAfter how long until the role is not ready and says what it is at, from 10 s to 1
 *     h. The default is three times what reading or tagging one record may take. While Kafka or
 *     PostgreSQL is away the clock stands
 * @param restartAfter how long until the role counts as stopped for good, from {@code stalledAfter}
 *     to 1 d; then its process ends, to be started again. The default is longer than a rebalance
 *     may wait for a stuck member (5 min, {@code max.poll.interval.ms}), so that only that one ends
 */
public record ProgressLimits(Duration stalledAfter, Duration restartAfter) {

  /** Shortest limit: some heartbeats of a consumer, which come every 3 s by Kafka's default. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /**
   * @throws IllegalArgumentException if a value is not allowed; the message names the key
   */
  public ProgressLimits {
    Checks.between("stalledAfter", stalledAfter, SHORTEST, Duration.ofHours(1));
    Checks.between("restartAfter", restartAfter, stalledAfter, Duration.ofDays(1));
  }

  /** The defaults. */
  public static ProgressLimits defaults() {
    return new ProgressLimits(Duration.ofMinutes(1), Duration.ofMinutes(6));
  }
}
