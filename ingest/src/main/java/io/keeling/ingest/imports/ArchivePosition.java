package io.keeling.ingest.imports;

/**
 * A place in an archive where reading goes on.
 *
 * @param position where the record begins, in bytes
 * @param records how many records came before it, for archives whose compression does not let one
 *     begin in the middle
 */
record ArchivePosition(long position, long records) {

  static final ArchivePosition START = new ArchivePosition(0, 0);
}
