package io.keeling.ingest.imports;

/**
 * How far an import has come: every page before this place is in {@code keeling.pages}.
 *
 * @param file the file that was being read, as {@link #nameOf a digest of its path}
 * @param size its size then, in bytes: another size is another file
 * @param position where to go on in it, in bytes
 * @param records records of it before that
 * @param pages pages sent so far, of all files
 */
record ImportPosition(String file, long size, long position, long records, long pages) {

  /** A digest, because a path may be longer than the place that holds a position. */
  static String nameOf(java.nio.file.Path file) {
    return io.keeling.contract.article.ArticleIds.id(file.toAbsolutePath().normalize().toString());
  }

  ArchivePosition place() {
    return new ArchivePosition(position, records);
  }
}
