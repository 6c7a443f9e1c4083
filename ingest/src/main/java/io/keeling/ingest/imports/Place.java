package io.keeling.ingest.imports;

/**
 * Where reading goes on in an archive.
 *
 * @param position where the record begins, in bytes
 * @param records how many records came before it, for archives whose compression does not let one
 *     begin in the middle
 */
record Place(long position, long records) {

  static final Place START = new Place(0, 0);
}
