package io.keeling.search.lucene.index;

import io.keeling.search.Hits.Hit;
import io.keeling.search.lucene.count.CollapsedStories;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Finds the stories with the most articles. */
final class MostTold {

  /** The first article of a story, and the time by which it is sorted. */
  private record Told(int tellings, long listed, LeafReaderContext leaf, int doc) {}

  /**
   * Stories with the fewest articles first; of stories with equally many, the older one. Undated
   * stories count as oldest. The result is in the opposite order.
   */
  private static final Comparator<Told> LEAST_FIRST =
      Comparator.comparingInt(Told::tellings).thenComparingLong(Told::listed);

  private MostTold() {}

  /**
   * The first article of each of the stories with the most articles. An undated article represents
   * a story only if none of the story's articles has a date.
   */
  static List<Hit> of(FilteredArticles found, int most) throws IOException {
    PriorityQueue<Told> best = new PriorityQueue<>(LEAST_FIRST);
    CollapsedStories once = found.once();
    CollapsedStories dated = found.dated().once();
    for (LeafReaderContext leaf : found.searcher().getIndexReader().leaves()) {
      NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
      NumericDocValues listed = DocValues.getNumeric(leaf.reader(), Fields.LISTED);
      DocIdSetIterator docs = first(once, dated, leaf);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (stories.advanceExact(doc) && listed.advanceExact(doc)) {
          int tellings = once.tellings(stories.longValue());
          if (tellings > 1) {
            best.add(new Told(tellings, listed.longValue(), leaf, doc));
            if (best.size() > most) {
              best.remove();
            }
          }
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    while (!best.isEmpty()) {
      hits.add(hit(best.remove()));
    }
    Collections.reverse(hits);
    return hits;
  }

  private static DocIdSetIterator first(
      CollapsedStories once, CollapsedStories dated, LeafReaderContext leaf) throws IOException {
    FixedBitSet first = dated.byDate(false).segment(leaf.ord).clone();
    NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
    DocIdSetIterator docs = once.byDate(false).iterator(leaf.ord);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (stories.advanceExact(doc) && dated.tellings(stories.longValue()) == 0) {
        first.set(doc);
      }
    }
    return new BitSetIterator(first, 0);
  }

  private static Hit hit(Told told) throws IOException {
    SortedDocValues ids = DocValues.getSorted(told.leaf().reader(), Fields.ID);
    String id = ids.advanceExact(told.doc()) ? ids.lookupOrd(ids.ordValue()).utf8ToString() : "";
    Instant sortedAt = Fields.moment(ById.number(told.leaf().reader(), Fields.SORTED, told.doc()));
    return new Hit(id, Fields.moment(told.listed()), sortedAt, 0, told.tellings());
  }
}
