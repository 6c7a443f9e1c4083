package io.keeling.search.lucene.index;

import java.util.Comparator;

/**
 * Which state of an article an index holds. The one that was fetched last is the current one, in
 * its highest revision.
 *
 * @param fetched when it was fetched, in microseconds since 1970
 * @param revision which revision
 * @param version which version
 * @param corrected whether another version has been seen before
 * @param seen since when it has been known without a date, in microseconds since 1970; {@link
 *     Long#MAX_VALUE} where it has one
 */
record IndexedState(long fetched, int revision, String version, boolean corrected, long seen)
    implements Comparable<IndexedState> {

  private static final Comparator<IndexedState> ORDER =
      Comparator.comparingLong(IndexedState::fetched).thenComparingInt(IndexedState::revision);

  @Override
  public int compareTo(IndexedState other) {
    return ORDER.compare(this, other);
  }

  IndexedState corrected(boolean value) {
    return new IndexedState(fetched, revision, version, value, seen);
  }

  IndexedState seen(long since) {
    return new IndexedState(fetched, revision, version, corrected, since);
  }
}
