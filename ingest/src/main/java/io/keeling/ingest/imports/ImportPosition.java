package io.keeling.ingest.imports;

/**
 * The progress of an import: every page before this place is in {@code keeling.pages}.
 *
 * @param file the current file, as {@link #nameOf a digest of its path}
 * @param size size of the current file, in bytes; a file whose size has changed counts as another
 *     file
 * @param position where to continue in the file, in bytes
 * @param records number of records in the file before that position
 * @param pages pages sent so far, of all files
 */
record ImportPosition(String file, long size, long position, long records, long pages) {

  /** Returns a digest of the path, as the path itself may be too long for an offset's note. */
  static String nameOf(java.nio.file.Path file) {
    return io.keeling.contract.article.ArticleIds.id(file.toAbsolutePath().normalize().toString());
  }

  ArchivePosition place() {
    return new ArchivePosition(position, records);
  }
}
