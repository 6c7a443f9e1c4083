package io.keeling.runtime.health;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How long a role may have work without finishing any of it.
 *
 * @param stalledAfter time without finished work after which the role is not ready and names the
 *     work that is stuck, from 10 s to 1 h. The default is three times what reading or tagging one
 *     record may take. Time while Kafka or PostgreSQL is away does not count
 * @param restartAfter time without finished work after which the role counts as stopped for good,
 *     from {@code stalledAfter} to 1 d. Its process then ends, so that it is started again. The
 *     default is longer than a rebalance may wait for a stuck member (5 min, {@code
 *     max.poll.interval.ms}), so that only the process of the stuck member ends
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
