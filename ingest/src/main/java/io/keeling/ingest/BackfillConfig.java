package io.keeling.ingest;

import java.time.Duration;

/**
 * How {@code keeling import} and {@code keeling reprocess} share the pipeline with live traffic.
 * Immutable and safe to share between threads.
 *
 * @param unread most records of {@code keeling.pages}, and of {@code keeling.articles}, that may
 *     wait to be read while more are sent, and never more than are read in ten seconds; a live page
 *     waits for no more than these. The default is some seconds' reading. Half of it is sent at a
 *     time, and as much is repeated at most after a kill
 * @param patience how long the reader or the annotator may stand still before the command gives up;
 *     the default outlasts a restart that restores its state
 */
public record BackfillConfig(int unread, Duration patience) {

  public BackfillConfig {
    Checks.between("unread", unread, 2, 1_000_000);
    Checks.between("patience", patience, Duration.ofSeconds(1), Duration.ofDays(7));
  }

  public static BackfillConfig defaults() {
    return new BackfillConfig(1000, Duration.ofMinutes(10));
  }

  /** Records sent between two looks at what waits. */
  public int stride() {
    return unread / 2;
  }
}
