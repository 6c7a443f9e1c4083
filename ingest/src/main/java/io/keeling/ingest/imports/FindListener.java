package io.keeling.ingest.imports;

import java.nio.file.Path;

/** Takes what the readers of files and archives find, one page or thing to skip at a time. */
interface FindListener {

  void page(FoundPage page);

  void skip(String origin, SkipReason reason, String message);

  /** A file begins. */
  default void file(Path file, long size) {}

  /** Everything of the file before this place has been found or skipped. */
  default void at(ArchivePosition place) {}
}
