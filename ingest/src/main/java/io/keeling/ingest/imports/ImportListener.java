package io.keeling.ingest.imports;

import io.keeling.ingest.backfill.Backlog;

/**
 * Hears how an import goes. Called from the importing thread and, for pages the broker refuses,
 * from the producer's; must return quickly.
 */
public interface ImportListener {

  /** Listens to nothing. */
  ImportListener NONE = new ImportListener() {};

  /** Called after each input and each {@value PageImport#PAGES_PER_PROGRESS} pages. */
  default void progress(ImportReport soFar) {}

  /**
   * Called before the first page if an earlier run of the same import was cut off.
   *
   * @param pages pages that it sent
   */
  default void resumed(long pages) {}

  /** Called instead if the file where it was cut off is gone or has changed. */
  default void startedOver() {}

  /**
   * Called ten times a second while the import waits for the pipeline.
   *
   * @param stage who is behind
   * @param unread records that wait for it
   */
  default void waiting(Backlog.Stage stage, long unread) {}

  /**
   * Called for each thing skipped.
   *
   * @param origin the file, and in an archive the record's place in it
   * @param reason why
   * @param message one line for operators; quotes nothing of the content
   */
  default void skipped(String origin, SkipReason reason, String message) {}
}
