package io.keeling.ingest.frontier;

import io.keeling.ingest.config.ScheduleConfig;
import java.time.Duration;

/**
 * The wait after failures: it grows with each failure up to a limit, and varies by a jitter. The
 * jitter depends only on what failed and how often, so the same history gives the same schedule.
 *
 * @param first wait after the first failure
 * @param longest longest wait
 */
record Backoff(Duration first, Duration longest) {

  /** Factor by which a wait grows with each further failure: doubled, as backoffs usually are. */
  private static final double GROWTH = 2;

  /** Largest jitter of a wait, as a fraction, so that simultaneous failures drift apart. */
  private static final double SPREAD = 0.25;

  static Backoff of(ScheduleConfig schedule) {
    return new Backoff(schedule.firstBackoff(), schedule.longestBackoff());
  }

  /**
   * @param key what failed
   * @param failures failures in a row, 1 or more
   */
  Duration after(String key, int failures) {
    double millis = first.toMillis() * Math.pow(GROWTH, failures - 1.0);
    double bounded = Math.min(millis, longest.toMillis());
    double most = Math.min(bounded * (1 + SPREAD), longest.toMillis());
    return between(key, failures, bounded * (1 - SPREAD), most);
  }

  /**
   * Returns a duration between {@code least} and {@code most} milliseconds, always the same for one
   * key and number.
   */
  static Duration between(String key, int number, double least, double most) {
    long mixed = key.hashCode() * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 29;
    double unit = (mixed >>> 11) / (double) (1L << 53);
    return Duration.ofMillis((long) (least + unit * (most - least)));
  }
}
