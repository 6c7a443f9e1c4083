package io.keeling.search.lucene.index;

import java.util.Comparator;

/**
 * The state of an article in an index. The natural order is by age: the state fetched last is the
 * current one, and of states fetched at the same time, the one with the highest revision.
 *
 * @param fetched when it was fetched, in microseconds since 1970
 * @param revision its revision
 * @param version its version
 * @param corrected whether another version has been seen before
 * @param seen when it was first seen, if it has no date, in microseconds since 1970; {@link
 *     Long#MAX_VALUE} if it has a date
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
