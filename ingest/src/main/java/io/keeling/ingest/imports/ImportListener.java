package io.keeling.ingest.imports;

import io.keeling.ingest.backfill.Backlog;

/**
 * Is notified of the progress of an import. Called from the importing thread and, for pages that
 * the broker refuses, from the producer's thread; must return quickly.
 */
public interface ImportListener {

  ImportListener NONE = new ImportListener() {};

  /** Called after each input and each {@value ImportTally#PAGES_PER_PROGRESS} pages. */
  default void progress(ImportReport soFar) {}

  /**
   * Called before the first page if an earlier run of the same import was interrupted after sending
   * some pages.
   */
  default void resumed(long pages) {}

  /** Called instead of {@link #resumed} if the file that was read last is gone or has changed. */
  default void startedOver() {}

  /** Called ten times a second while the import waits for a stage to read its records. */
  default void waiting(Backlog.Stage stage, long unread) {}

  /**
   * Called for each skipped file or record.
   *
   * @param origin the file and, in an archive, the record's place in it
   * @param message one line for operators; quotes no content
   */
  default void skipped(String origin, SkipReason reason, String message) {}
}
