package io.keeling.ingest.config;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * How {@code keeling import} and {@code keeling reprocess} share the pipeline with live traffic.
 *
 * @param unread most records of an import or reprocessing that wait in a topic at a time, 2 to
 *     1,000,000. It holds for {@code keeling.pages} and for {@code keeling.articles}, and is the
 *     most that a live page waits behind. On a slow machine fewer wait: as many as are read in ten
 *     seconds. Half of them are sent at a time, and at most as many are sent again after a kill
 * @param patience how long the reader or the annotator may stand still before the command gives up,
 *     1 s to 7 d. The default is longer than a restart that restores its state
 * @param bufferBytes memory in bytes for pages that are not in Kafka yet, 12 MiB to 4 GiB. While it
 *     is full, an import reads no further. The default holds a few of the largest pages
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

  /** These settings with other values for {@code unread} and {@code patience}. */
  public BackfillConfig withUnread(int records, Duration readers) {
    return new BackfillConfig(records, readers, bufferBytes);
  }

  /** Number of records sent between two checks of the unread records. */
  public int stride() {
    return unread / 2;
  }
}
