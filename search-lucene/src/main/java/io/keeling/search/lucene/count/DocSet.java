package io.keeling.search.lucene.count;

import io.keeling.search.budget.Budget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of documents of one reader, with a bit for each document. Sets are cheap to intersect;
 * counting a facet without its own filters needs many intersections. Immutable; threads may share
 * it.
 */
public final class DocSet {

  private final FixedBitSet[] segments;
  private final int size;

  public DocSet(FixedBitSet[] segments) {
    this.segments = segments;
    int sum = 0;
    for (FixedBitSet segment : segments) {
      sum += segment.cardinality();
    }
    this.size = sum;
  }

  public static DocSet of(IndexSearcher searcher, Query query) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<Callable<FixedBitSet>> segments = new ArrayList<>();
    leaves.forEach(leaf -> segments.add(() -> segment(weight.scorer(leaf), leaf)));
    return new DocSet(searcher.getTaskExecutor().invokeAll(segments).toArray(FixedBitSet[]::new));
  }

  private static FixedBitSet segment(@Nullable Scorer scorer, LeafReaderContext leaf)
      throws IOException {
    FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
    if (scorer != null) {
      find(scorer.iterator(), bits);
    }
    Bits live = leaf.reader().getLiveDocs();
    if (live != null) {
      DocIdSetIterator found = new BitSetIterator(bits, 0);
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (!live.get(doc)) {
          bits.clear(doc);
        }
      }
    }
    return bits;
  }

  private static void find(DocIdSetIterator documents, FixedBitSet bits) throws IOException {
    Budget.check();
    @Nullable TwoPhaseIterator checked = TwoPhaseIterator.unwrap(documents);
    if (checked == null) {
      bits.or(documents);
      return;
    }
    // Checking the positions of words may take long for each document, so the budget is checked
    // each time.
    DocIdSetIterator likely = checked.approximation();
    for (int doc = likely.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = likely.nextDoc()) {
      Budget.check();
      if (checked.matches()) {
        bits.set(doc);
      }
    }
  }

  public DocSet and(DocSet other) {
    FixedBitSet[] both = new FixedBitSet[segments.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = segments[i].clone();
      both[i].and(other.segments[i]);
    }
    return new DocSet(both);
  }

  public DocSet without(DocSet other) {
    FixedBitSet[] rest = new FixedBitSet[segments.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = segments[i].clone();
      rest[i].andNot(other.segments[i]);
    }
    return new DocSet(rest);
  }

  public int countWith(DocSet other) {
    long sum = 0;
    for (int i = 0; i < segments.length; i++) {
      sum += FixedBitSet.intersectionCount(segments[i], other.segments[i]);
    }
    return Math.toIntExact(sum);
  }

  public int size() {
    return size;
  }

  boolean has(IndexReader reader, int doc) {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    return segments[leaf.ord].get(doc - leaf.docBase);
  }

  public FixedBitSet segment(int ord) {
    return segments[ord];
  }

  public DocIdSetIterator iterator(int ord) {
    return new BitSetIterator(segments[ord], segments[ord].approximateCardinality());
  }
}
