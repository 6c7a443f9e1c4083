package io.keeling.search.lucene.index;

import io.keeling.search.Hits.Hit;
import io.keeling.search.lucene.count.DocSet;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
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

/** Finds the stories that are told most. Stateless; threads may share it. */
final class MostTold {

  /** A story's first telling, as it is met. */
  private record Told(int tellings, long sorted, LeafReaderContext leaf, int doc) {}

  /** Told most first; of as many, the newer story. */
  private static final Comparator<Told> LEAST_FIRST =
      Comparator.comparingInt(Told::tellings).thenComparingLong(Told::sorted);

  private MostTold() {}

  /** The first tellings of the stories that most of what was found tell, most first. */
  static List<Hit> of(Found found, int most) throws IOException {
    PriorityQueue<Told> best = new PriorityQueue<>(LEAST_FIRST);
    DocSet first = found.once().byDate(false);
    for (LeafReaderContext leaf : found.searcher().getIndexReader().leaves()) {
      NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
      NumericDocValues sorted = DocValues.getNumeric(leaf.reader(), Fields.SORTED);
      DocIdSetIterator docs = first.iterator(leaf.ord);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (stories.advanceExact(doc) && sorted.advanceExact(doc)) {
          int tellings = found.once().tellings(stories.longValue());
          if (tellings > 1) {
            best.add(new Told(tellings, sorted.longValue(), leaf, doc));
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

  private static Hit hit(Told told) throws IOException {
    SortedDocValues ids = DocValues.getSorted(told.leaf().reader(), Fields.ID);
    String id = ids.advanceExact(told.doc()) ? ids.lookupOrd(ids.ordValue()).utf8ToString() : "";
    return new Hit(id, Fields.moment(told.sorted()), 0, told.tellings());
  }
}
