package io.keeling.ingest.imports;

import java.nio.file.Path;

/** Receives what the readers of files and archives find. */
interface FindListener {

  void page(FoundPage page);

  void skip(String origin, SkipReason reason, String message);

  default void file(Path file, long size) {}

  /** Called when everything before this place has been found or skipped. */
  default void at(ArchivePosition place) {}
}
