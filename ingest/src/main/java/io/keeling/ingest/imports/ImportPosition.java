package io.keeling.ingest.imports;

/**
 * The progress of an import: every page before this place is in {@code keeling.pages}.
 *
 * @param file the present file, as {@link #nameOf a digest of its path}
 * @param size its size in bytes: another size is another file
 * @param position where to continue in it, in bytes
 * @param records records of it before that
 * @param pages pages sent so far, of all files
 */
record ImportPosition(String file, long size, long position, long records, long pages) {

  /** A digest of the path, which itself may be too long for an offset's note. */
  static String nameOf(java.nio.file.Path file) {
    return io.keeling.contract.article.ArticleIds.id(file.toAbsolutePath().normalize().toString());
  }

  ArchivePosition place() {
    return new ArchivePosition(position, records);
  }
}
