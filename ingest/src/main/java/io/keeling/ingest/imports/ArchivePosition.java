package io.keeling.ingest.imports;

/**
 * The place in an archive from which reading continues.
 *
 * @param position where the next record begins, in bytes
 * @param records number of records before that position, for archives that are compressed as a
 *     whole and cannot be entered in the middle
 */
record ArchivePosition(long position, long records) {

  static final ArchivePosition START = new ArchivePosition(0, 0);
}
