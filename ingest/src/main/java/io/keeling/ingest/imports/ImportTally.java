package io.keeling.ingest.imports;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts the pages of an import. The producer's thread and the importing one share it. */
final class ImportTally {

  /** Pages between two reports of progress: some seconds of an import. */
  static final int PAGES_PER_PROGRESS = 100;

  private final long startedAt = System.nanoTime();
  private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
  private long pages;
  private long bytes;
  private final long begun;
  private final long total;
  private long read;
  private final ImportListener listener;

  /**
   * @param begun bytes of the inputs read by an earlier run
   * @param total size of the inputs, in bytes
   */
  ImportTally(long begun, long total, ImportListener listener) {
    this.listener = listener;
    this.begun = begun;
    this.read = begun;
    this.total = total;
  }

  synchronized void read(long soFar) {
    read = soFar;
  }

  synchronized long pages() {
    return pages;
  }

  /** Counts a page that the broker has; reports progress now and then. */
  void sent(int size) {
    ImportReport report = null;
    synchronized (this) {
      bytes += size;
      if (++pages % PAGES_PER_PROGRESS == 0) {
        report = report();
      }
    }
    if (report != null) {
      listener.progress(report);
    }
  }

  void skip(String origin, SkipReason reason, String message) {
    synchronized (this) {
      skipped.merge(reason, 1L, Long::sum);
    }
    listener.skipped(origin, reason, message);
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
