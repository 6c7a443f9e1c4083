package io.keeling.ingest.backfill;

import io.keeling.ingest.config.BackfillConfig;
import java.time.Duration;

/**
 * The reading pace of a stage, which decides how many records may wait for it. A fixed number would
 * not do: an idle machine reads a thousand records in seconds, a busy one in minutes. Not
 * thread-safe.
 */
final class Pace {

  /**
   * Time within which a stage reads all its waiting records, so that a live page waits no longer
   * than that.
   */
  private static final Duration READING_TIME = Duration.ofSeconds(10);

  /**
   * Shortest time over which a pace is measured. Stages commit in batches, so shorter measurements
   * say little.
   */
  private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(1);

  /** Weight of the latest measurement; below 1, so that a single slow batch matters less. */
  private static final double SMOOTHING = 0.5;

  /** Number of records that may always wait, so that a slow stage never runs out of work. */
  private static final int LEAST = 20;

  /** Pace assumed before the first measurement, in records per second: that of a slow machine. */
  private static final double FIRST = 20;

  private final BackfillConfig config;

  private double pace = FIRST;

  private long markedRead = -1;
  private long markedNanos;

  Pace(BackfillConfig config) {
    this.config = config;
  }

  /**
   * Measures the pace from a check of the stage.
   *
   * @param read records read so far
   * @param unread records that wait
   * @param nanos the time, by {@link System#nanoTime}
   */
  void seen(long read, long unread, long nanos) {
    if (markedRead < 0 || read < markedRead) {
      mark(read, nanos);
      return;
    }
    double seconds = (nanos - markedNanos) / 1e9;
    if (seconds * 1000 < MEASURE_INTERVAL.toMillis()) {
      return;
    }
    double latest = (read - markedRead) / seconds;
    if (unread > 0 || latest > pace) {
      // Without waiting records, a low figure does not mean that the stage is slow.
      pace += (latest - pace) * SMOOTHING;
    }
    mark(read, nanos);
  }

  private void mark(long read, long nanos) {
    markedRead = read;
    markedNanos = nanos;
  }

  int allowed() {
    return (int) Math.min(config.unread(), Math.max(LEAST, pace * READING_TIME.toSeconds()));
  }

  int stride() {
    return Math.max(1, allowed() / 2);
  }
}
