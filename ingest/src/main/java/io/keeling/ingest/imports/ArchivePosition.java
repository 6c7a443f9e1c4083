package io.keeling.ingest.imports;

/**
 * A place in an archive where reading continues.
 *
 * @param position where the record begins, in bytes
 * @param records records before it, for archives compressed as a whole, which cannot be entered in
 *     the middle
 */
record ArchivePosition(long position, long records) {

  static final ArchivePosition START = new ArchivePosition(0, 0);
}
