package io.keeling.ingest.imports;

/** Takes what the readers of files and archives find, one at a time. */
interface Finds {

  void page(FoundPage page);

  void skip(String origin, SkipReason reason, String message);
}
