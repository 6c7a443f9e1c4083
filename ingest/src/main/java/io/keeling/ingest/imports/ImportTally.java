package io.keeling.ingest.imports;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts an import; the producer's thread and the importing one share it. */
final class ImportTally {

  private final long startedAt = System.nanoTime();
  private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
  private long pages;
  private long bytes;
  private final long begun;
  private final long total;
  private long read;

  /**
   * @param begun what an earlier run has read of the inputs, in bytes
   * @param total size of the inputs, in bytes
   */
  ImportTally(long begun, long total) {
    this.begun = begun;
    this.read = begun;
    this.total = total;
  }

  /** Takes in how much of the inputs has been read. */
  synchronized void read(long soFar) {
    read = soFar;
  }

  synchronized long pages() {
    return pages;
  }

  /** The number of pages, with this one. */
  synchronized long sent(int size) {
    bytes += size;
    return ++pages;
  }

  synchronized void skipped(SkipReason reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  synchronized ImportReport report() {
    return new ImportReport(
        pages,
        bytes,
        skipped,
        Duration.ofNanos(System.nanoTime() - startedAt),
        new ImportReport.Extent(begun, read, total));
  }
}
