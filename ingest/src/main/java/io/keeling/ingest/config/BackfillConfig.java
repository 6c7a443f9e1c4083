package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How {@code keeling import} and {@code keeling reprocess} share the pipeline with live traffic.
 *
 * @param unread most records of {@code keeling.pages}, and of {@code keeling.articles}, that may
 *     wait to be read while more are sent; never more than are read in ten seconds. A live page
 *     waits for no more than these. The default is some seconds' reading. Half of it is sent at a
 *     time, and as much is repeated at most after a kill
 * @param patience how long the reader or the annotator may stand still before the command gives up;
 *     the default outlasts a restart that restores its state
 * @param bufferBytes memory for pages that Kafka does not have yet, in bytes; when it is full, an
 *     import reads no further. The default is some of the largest pages
 */
public record BackfillConfig(int unread, Duration patience, long bufferBytes) {

  public BackfillConfig {
    Checks.between("unread", unread, 2, 1_000_000);
    Checks.between("patience", patience, Duration.ofSeconds(1), Duration.ofDays(7));
    Checks.between("bufferBytes", bufferBytes, Topics.LARGEST_RECORD, 4L * 1024 * 1024 * 1024);
  }

  public static BackfillConfig defaults() {
    return new BackfillConfig(1000, Duration.ofMinutes(10), 64L * 1024 * 1024);
  }

  /**
   * These settings with another number of unread records, and another patience with their readers.
   */
  public BackfillConfig withUnread(int records, Duration readers) {
    return new BackfillConfig(records, readers, bufferBytes);
  }

  /** Records sent between two looks at what waits. */
  public int stride() {
    return unread / 2;
  }
}
