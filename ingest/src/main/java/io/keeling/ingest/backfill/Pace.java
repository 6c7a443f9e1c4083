package io.keeling.ingest.backfill;

import io.keeling.ingest.config.BackfillConfig;
import java.time.Duration;

/**
 * How fast a stage reads, and how much may wait for it therefore: records are a poor measure of how
 * long a live page waits, for the same thousand is read in seconds on an idle machine and in
 * minutes on one that has other work. For one thread. The numbers were chosen, each for the reason
 * beside it.
 */
final class Pace {

  /** The time within which what waits is to be read. */
  private static final Duration READING_TIME = Duration.ofSeconds(10);

  /**
   * Least time between two looks of which a pace is made: those closer together say little, as
   * stages commit what they have read in batches.
   */
  private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(1);

  /** Share of the latest look in the pace. */
  private static final double SMOOTHING = 0.5;

  /** How many records may wait however slow a stage is. */
  private static final int LEAST = 20;

  /** Records a second with which a stage begins: a slow machine's. */
  private static final double FIRST = 20;

  private final BackfillConfig config;

  /** Records a second. */
  private double pace = FIRST;

  private long markedRead = -1;
  private long markedNanos;

  Pace(BackfillConfig config) {
    this.config = config;
  }

  /**
   * The stage was looked at.
   *
   * @param read records that it has read so far
   * @param unread records that wait for it
   * @param nanos the time, of {@link System#nanoTime}
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
      // One that has nothing to do is not slow.
      pace += (latest - pace) * SMOOTHING;
    }
    mark(read, nanos);
  }

  private void mark(long read, long nanos) {
    markedRead = read;
    markedNanos = nanos;
  }

  /** How many records may wait. */
  int allowed() {
    return (int) Math.min(config.unread(), Math.max(LEAST, pace * READING_TIME.toSeconds()));
  }

  /** How many may be sent at a time. */
  int stride() {
    return Math.max(1, allowed() / 2);
  }
}
