package io.keeling.feeds.search.lucene.count;

import java.io.IOException;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** The counts of a segment's values. Not for sharing between threads. */
final class SegmentCounts {

  /** The lower half of a long that has a count and an ordinal. */
  private static final long ORDINAL = 0xFFFF_FFFFL;

  private final SortedSetDocValues values;
  private final int[] counts;

  /**
   * @param counts by the values' ordinals
   */
  SegmentCounts(SortedSetDocValues values, int[] counts) {
    this.values = values;
    this.counts = counts;
  }

  /**
   * Adds the most frequent values.
   *
   * @return what any other value has at most
   */
  int top(int most, Set<BytesRef> candidates) throws IOException {
    PriorityQueue<Long> best = new PriorityQueue<>();
    int bound = 0;
    for (int ord = 0; ord < counts.length; ord++) {
      if (counts[ord] > bound) {
        best.add((long) counts[ord] << Integer.SIZE | ord);
        if (best.size() > most) {
          bound = (int) (best.remove() >> Integer.SIZE);
        }
      }
    }
    for (long each : best) {
      candidates.add(BytesRef.deepCopyOf(values.lookupOrd(each & ORDINAL)));
    }
    return bound;
  }

  /** How many values have a count. */
  int size() {
    int size = 0;
    for (int count : counts) {
      size += count > 0 ? 1 : 0;
    }
    return size;
  }

  /** Adds every count. */
  void addTo(Map<String, Integer> sums) throws IOException {
    for (int ord = 0; ord < counts.length; ord++) {
      if (counts[ord] > 0) {
        sums.merge(values.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
      }
    }
  }

  /** The count of a value. */
  int of(BytesRef value) throws IOException {
    long ord = values.lookupTerm(value);
    return ord < 0 ? 0 : counts[(int) ord];
  }
}
