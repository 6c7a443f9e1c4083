package io.keeling.search.lucene.count;

import io.keeling.search.lucene.count.Counter.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/**
 * Sums of the counts of values over segments, by the values' {@link HashedValues hashes}. Not for
 * sharing between threads.
 */
final class ValueCounts {

  /** Initial size of the arrays, which grow. */
  private static final int FEW = 1 << 10;

  /**
   * Mask of the bits of a hash that are looked up first. They quickly exclude most values without a
   * count.
   */
  private static final int SIGN = (1 << 16) - 1;

  /** For each hash, its index in the arrays below, counted from 1. */
  private final LongCounts places = new LongCounts();

  private final FixedBitSet signs = new FixedBitSet(SIGN + 1);
  private int[] counts = new int[FEW];

  /** For each value, a segment that has it, and its ordinal in that segment. */
  private SegmentValues[] segments = new SegmentValues[FEW];

  private int[] ordinals = new int[FEW];
  private int size;

  void add(SegmentValues segment, int ord, int count) {
    long hash = segment.hash(ord);
    int place = places.get(hash) - 1;
    if (place < 0) {
      grow();
      place = size++;
      places.put(hash, size);
      signs.set((int) hash & SIGN);
      segments[place] = segment;
      ordinals[place] = ord;
    }
    counts[place] += count;
  }

  void addIfKnown(SegmentValues segment, int ord, int count) {
    long hash = segment.hash(ord);
    int place = signs.get((int) hash & SIGN) ? places.get(hash) - 1 : -1;
    if (place >= 0) {
      counts[place] += count;
    }
  }

  /** The count of the n-th most frequent value, 0 if there are fewer. */
  int ofPlace(int n) {
    if (n > size) {
      return 0;
    }
    int[] sorted = Arrays.copyOf(counts, size);
    Arrays.sort(sorted);
    return sorted[size - n];
  }

  List<Count> atLeast(int least) throws IOException {
    List<Count> read = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (counts[i] >= least) {
        read.add(new Count(segments[i].value(ordinals[i]), counts[i]));
      }
    }
    return read;
  }

  private void grow() {
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, size * 2);
      segments = Arrays.copyOf(segments, size * 2);
      ordinals = Arrays.copyOf(ordinals, size * 2);
    }
  }
}
