package io.keeling.search.lucene.count;

import java.io.IOException;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The values of one field in one segment, and their counts. For one thread. */
final class SegmentValues {

  private final SortedSetDocValues values;
  private final HashedValues.Hashed known;
  private int[] counts = {};

  SegmentValues(SortedSetDocValues values, HashedValues.Hashed known) {
    this.values = values;
    this.known = known;
  }

  int size() {
    return known.hashes().length;
  }

  long hash(int ord) {
    return known.hashes()[ord];
  }

  String value(int ord) throws IOException {
    return values.lookupOrd(ord).utf8ToString();
  }

  /**
   * Adds the values of each document directly to the sums, bypassing the counts of this segment.
   */
  void addEach(DocIdSetIterator docs, ValueCounts sums) throws IOException {
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          sums.add(this, (int) values.nextOrd(), 1);
        }
      }
    }
  }

  /**
   * Counts the values of documents. If these are more than half of the segment, the values of the
   * remaining documents are subtracted from the segment's totals instead.
   */
  void count(FixedBitSet docs) throws IOException {
    int found = docs.cardinality();
    if (found <= docs.length() / 2) {
      counts = new int[size()];
      add(values, new BitSetIterator(docs, found), counts, 1);
    } else {
      FixedBitSet others = docs.clone();
      others.flip(0, others.length());
      counts = known.counts().clone();
      add(values, new BitSetIterator(others, others.length() - found), counts, -1);
    }
  }

  /** For each document and each of its values, adds a number to the value's count. */
  static void add(SortedSetDocValues values, DocIdSetIterator docs, int[] counts, int number)
      throws IOException {
    @Nullable SortedDocValues single = DocValues.unwrapSingleton(values);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (single != null) {
        if (single.advanceExact(doc)) {
          counts[single.ordValue()] += number;
        }
      } else if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextOrd()] += number;
        }
      }
    }
  }

  /** Adds the counts of the most frequent values. */
  void addMost(int most, ValueCounts sums) {
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
      sums.add(this, (int) each, (int) (each >> Integer.SIZE));
    }
  }

  /** Adds the counts that reach a minimum. */
  void addFrom(int least, ValueCounts sums) {
    for (int ord = 0; ord < counts.length; ord++) {
      if (counts[ord] >= least) {
        sums.add(this, ord, counts[ord]);
      }
    }
  }

  /** Adds the counts below a limit, but only of values that the sums already contain. */
  void addBelow(int limit, ValueCounts sums) {
    if (limit == 1) {
      return;
    }
    for (int ord = 0; ord < counts.length; ord++) {
      if (counts[ord] > 0 && counts[ord] < limit) {
        sums.addIfKnown(this, ord, counts[ord]);
      }
    }
  }
}
