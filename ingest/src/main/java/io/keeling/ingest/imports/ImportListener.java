package io.keeling.ingest.imports;

/**
 * Told how an import goes. Called from the importing thread and, for pages the broker refuses, from
 * the producer's; must return quickly.
 */
public interface ImportListener {

  /** Listens to nothing. */
  ImportListener NONE = new ImportListener() {};

  /** Called after each input and each {@value PageImport#PAGES_PER_PROGRESS} pages. */
  default void progress(ImportReport soFar) {}

  /**
   * Called for each thing skipped.
   *
   * @param origin the file, and in an archive the record's place in it
   * @param reason why
   * @param message one line for operators; quotes nothing of the content
   */
  default void skipped(String origin, SkipReason reason, String message) {}
}
