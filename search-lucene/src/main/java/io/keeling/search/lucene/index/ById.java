package io.keeling.search.lucene.index;

import io.keeling.search.ScoreExplanation;
import io.keeling.search.lucene.count.DocSet;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.Scoring;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Looks up single articles in an index. */
final class ById {

  private ById() {}

  /** The location of a document: its segment, and its number in the segment. */
  private record Place(LeafReaderContext leaf, int doc) {}

  private static Optional<Place> find(IndexReader reader, String id) throws IOException {
    Term term = new Term(Fields.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
      if (docs != null) {
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
            return Optional.of(new Place(leaf, doc));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The indexed state of an article. */
  static Optional<IndexedState> state(IndexReader reader, String id) throws IOException {
    Optional<Place> place = find(reader, id);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    LeafReader leaf = place.get().leaf().reader();
    int doc = place.get().doc();
    BinaryDocValues version = DocValues.getBinary(leaf, Fields.VERSION);
    return Optional.of(
        new IndexedState(
            number(leaf, Fields.FETCHED, doc),
            Math.toIntExact(number(leaf, Fields.REVISION, doc)),
            version.advanceExact(doc) ? version.binaryValue().utf8ToString() : "",
            number(leaf, Fields.CORRECTED, doc) == 1,
            seen(leaf, doc)));
  }

  private static long seen(LeafReader leaf, int doc) throws IOException {
    long sorted = number(leaf, Fields.SORTED, doc);
    return sorted == number(leaf, Fields.LISTED, doc) ? Long.MAX_VALUE : sorted;
  }

  /** When the article of a document was published; if unknown, when it was first seen. */
  static Instant sortedAt(IndexReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    return Fields.moment(number(leaf.reader(), Fields.SORTED, doc - leaf.docBase));
  }

  /** When an article was published; if unknown, when it was first seen. */
  static Optional<Instant> sortedAt(IndexReader reader, String id) throws IOException {
    Optional<Place> place = find(reader, id);
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fields.moment(number(place.get().leaf().reader(), Fields.SORTED, place.get().doc())));
  }

  static long number(LeafReader leaf, String field, int doc) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf, field);
    return values.advanceExact(doc) ? values.longValue() : 0;
  }

  static List<String> ids(IndexReader reader, DocSet docs) throws IOException {
    List<String> ids = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues values = DocValues.getSorted(leaf.reader(), Fields.ID);
      DocIdSetIterator found = docs.iterator(leaf.ord);
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (values.advanceExact(doc)) {
          ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
        }
      }
    }
    return ids;
  }

  /** An article of a story, and the time by which it is sorted, in microseconds. */
  private record Telling(long sorted, String id) {}

  /** The ids of the newest articles of a story within a set. */
  static List<String> tellings(IndexReader reader, DocSet among, String story, int most)
      throws IOException {
    Term term = new Term(Fields.STORY, story);
    List<Telling> tellings = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
      if (docs != null) {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (among.segment(leaf.ord).get(doc) && ids.advanceExact(doc)) {
            tellings.add(
                new Telling(
                    number(leaf.reader(), Fields.LISTED, doc),
                    ids.lookupOrd(ids.ordValue()).utf8ToString()));
          }
        }
      }
    }
    return tellings.stream()
        .sorted(Comparator.comparing(Telling::sorted).thenComparing(Telling::id).reversed())
        .limit(most)
        .map(Telling::id)
        .toList();
  }

  /** The explanation of a score; empty if the filters do not find the article. */
  static Optional<ScoreExplanation> explain(View view, Filters filters, String id, Instant asOf)
      throws IOException {
    IndexSearcher searcher = view.searcher();
    Optional<Place> place = find(searcher.getIndexReader(), id);
    if (place.isEmpty()
        || !view.find(filters).all().segment(place.get().leaf().ord).get(place.get().doc())) {
      return Optional.empty();
    }
    return Optional.of(
        explanation(
            searcher.explain(
                Scoring.of(view.words(filters).orElse(null), asOf),
                place.get().leaf().docBase + place.get().doc())));
  }

  private static ScoreExplanation explanation(org.apache.lucene.search.Explanation found) {
    return new ScoreExplanation(
        found.getValue().doubleValue(),
        found.getDescription(),
        Arrays.stream(found.getDetails()).map(ById::explanation).toList());
  }
}
