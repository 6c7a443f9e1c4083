package io.keeling.ingest.imports;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts the pages of an import. Used by the producer's thread and by the importing one. */
final class ImportTally {

  /** Number of pages between two reports of progress: a few seconds of an import. */
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
   * @param begun number of bytes of the inputs that an earlier run has read
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

  /** Counts a page that the broker has acknowledged; sometimes reports the progress. */
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
