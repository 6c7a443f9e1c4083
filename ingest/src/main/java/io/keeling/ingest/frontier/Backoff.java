package io.keeling.ingest.frontier;

import java.time.Duration;

/**
 * How long to wait after failures: doubling, bounded, and spread by a jitter of a quarter either
 * way that depends only on what failed and how often, so that the same history gives the same
 * schedule. Pure; threads may share it.
 *
 * @param first wait after the first failure
 * @param longest longest wait
 */
public record Backoff(Duration first, Duration longest) {

  /** Doublings after which the longest wait is reached whatever the first is. */
  private static final int MOST_DOUBLINGS = 40;

  /**
   * The wait.
   *
   * @param key what failed
   * @param failures how often in a row, 1 or more
   */
  public Duration after(String key, int failures) {
    double millis = first.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
    double bounded = Math.min(millis, longest.toMillis());
    return Duration.ofMillis((long) (bounded * jitter(key, failures, 0.25)));
  }

  /** A factor between 1 - spread and 1 + spread, the same for the same key and number. */
  static double jitter(String key, int number, double spread) {
    long mixed = key.hashCode() * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 29;
    double unit = (mixed >>> 11) / (double) (1L << 53);
    return 1 - spread + 2 * spread * unit;
  }
}
