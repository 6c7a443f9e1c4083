package io.keeling.search.lucene.count;

import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Finds the article of each story that comes first: by score, then by date, then by id. Documents
 * are offered segment by segment. Not for sharing between threads.
 */
final class FirstTellings {

  /** Initial size of the arrays, which grow. */
  private static final int FEW = 256;

  private final IndexReader reader;
  private final boolean newestFirst;

  /** For each story, its index in the arrays below, counted from 1. */
  private final LongCounts places = new LongCounts();

  private int[] docs = new int[FEW];
  private float[] scores = new float[FEW];
  private long[] dates = new long[FEW];
  private int size;
  private int docBase;
  private NumericDocValues stories = DocValues.emptyNumeric();
  private NumericDocValues sorted = DocValues.emptyNumeric();

  FirstTellings(IndexReader reader, boolean newestFirst) {
    this.reader = reader;
    this.newestFirst = newestFirst;
  }

  /** Begins a segment. Only its documents may be offered until the next segment begins. */
  void enter(LeafReaderContext leaf) throws IOException {
    docBase = leaf.docBase;
    stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
    sorted = DocValues.getNumeric(leaf.reader(), Fields.LISTED);
  }

  /**
   * Offers a document. If it comes before the first article of its story, it replaces that article.
   * The documents of a segment must be offered in order.
   */
  void offer(int doc, float score) throws IOException {
    if (!stories.advanceExact(doc) || !sorted.advanceExact(doc)) {
      return;
    }
    long story = stories.longValue();
    long date = sorted.longValue();
    int place = places.get(story) - 1;
    if (place < 0) {
      grow();
      place = size++;
      places.put(story, size);
    } else if (!before(doc + docBase, score, date, place)) {
      return;
    }
    docs[place] = doc + docBase;
    scores[place] = score;
    dates[place] = date;
  }

  private boolean before(int doc, float score, long date, int place) throws IOException {
    if (score != scores[place]) {
      return score > scores[place];
    }
    int order = Long.compare(date, dates[place]);
    if (order == 0) {
      order = id(doc).compareTo(id(docs[place]));
    }
    return newestFirst ? order > 0 : order < 0;
  }

  private BytesRef id(int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    ids.advanceExact(doc - leaf.docBase);
    return BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
  }

  private void grow() {
    if (size == docs.length) {
      docs = Arrays.copyOf(docs, size * 2);
      scores = Arrays.copyOf(scores, size * 2);
      dates = Arrays.copyOf(dates, size * 2);
    }
  }

  /** The first article of each story, together with the documents without a story. */
  DocSet with(DocSet alone) {
    FixedBitSet[] segments = new FixedBitSet[reader.leaves().size()];
    for (LeafReaderContext leaf : reader.leaves()) {
      segments[leaf.ord] = alone.segment(leaf.ord).clone();
    }
    for (int i = 0; i < size; i++) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(docs[i], reader.leaves()));
      segments[leaf.ord].set(docs[i] - leaf.docBase);
    }
    return new DocSet(segments);
  }
}
