package io.keeling.ingest.frontier;

import java.time.Duration;

/**
 * How long to wait after failures: doubling, spread by a jitter of a quarter either way, and
 * bounded. The jitter depends only on what failed and how often, so that the same history gives the
 * same schedule. Pure; threads may share it.
 *
 * @param first wait after the first failure
 * @param longest longest wait
 */
public record Backoff(Duration first, Duration longest) {

  /** Doublings after which the longest wait is reached whatever the first is. */
  private static final int MOST_DOUBLINGS = 40;

  /** The wait is spread by this share either way, so that what failed together drifts apart. */
  private static final double SPREAD = 0.25;

  /**
   * The wait.
   *
   * @param key what failed
   * @param failures how often in a row, 1 or more
   */
  public Duration after(String key, int failures) {
    double millis = first.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
    double bounded = Math.min(millis, longest.toMillis());
    double most = Math.min(bounded * (1 + SPREAD), longest.toMillis());
    return between(key, failures, bounded * (1 - SPREAD), most);
  }

  /** A time between two, in milliseconds, the same for the same key and number. */
  static Duration between(String key, int number, double least, double most) {
    long mixed = key.hashCode() * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 29;
    double unit = (mixed >>> 11) / (double) (1L << 53);
    return Duration.ofMillis((long) (least + unit * (most - least)));
  }
}
