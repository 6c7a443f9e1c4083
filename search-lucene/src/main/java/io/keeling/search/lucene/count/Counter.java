package io.keeling.search.lucene.count;

import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of documents in one reader. Segments are counted separately, and their counts
 * are added up by the hashes of the values, so that nothing has to be rebuilt for a new segment.
 * Threads may share it.
 */
public final class Counter {

  /** A value and how many documents have it. */
  public record Count(String value, int count) {}

  /**
   * If a field has more values than this for each document to count, the documents' values are
   * added one by one. That is faster than a pass over all values of the field.
   */
  private static final int SPARSE = 100;

  private static final Comparator<Count> MOST_FIRST =
      Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);

  private static final long MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  /** Number of days since 1970 that are counted in an array, for speed: a hundred years. */
  private static final int USUAL_DAYS = 36_525;

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final HashedValues known;

  public Counter(IndexSearcher searcher, HashedValues known) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.known = known;
  }

  public static int articles(IndexReader reader, Term term) throws IOException {
    int articles = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      @Nullable PostingsEnum docs =
          live == null ? null : leaf.reader().postings(term, PostingsEnum.NONE);
      if (live == null) {
        articles += leaf.reader().docFreq(term);
      } else if (docs != null) {
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          articles += live.get(doc) ? 1 : 0;
        }
      }
    }
    return articles;
  }

  public Map<String, Integer> all(DocSet docs, String field) throws IOException {
    Map<String, Integer> all = new HashMap<>();
    for (Count count : every(docs, segments(field)).atLeast(1)) {
      all.put(count.value(), count.count());
    }
    return all;
  }

  private List<SegmentValues> segments(String field) throws IOException {
    List<SegmentValues> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      segments.add(
          new SegmentValues(
              DocValues.getSortedSet(leaf.reader(), field), known.of(leaf.reader(), field)));
    }
    return segments;
  }

  private ValueCounts every(DocSet docs, List<SegmentValues> segments) throws IOException {
    ValueCounts sums = new ValueCounts();
    if (isSparse(docs, segments)) {
      for (int i = 0; i < segments.size(); i++) {
        segments.get(i).addEach(docs.iterator(i), sums);
      }
    } else {
      count(docs, segments);
      for (SegmentValues segment : segments) {
        segment.addFrom(1, sums);
      }
    }
    return sums;
  }

  private void count(DocSet docs, List<SegmentValues> segments) throws IOException {
    List<Callable<SegmentValues>> counting = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      SegmentValues segment = segments.get(i);
      FixedBitSet counted = docs.segment(i);
      counting.add(
          () -> {
            Budget.check();
            segment.count(counted);
            return segment;
          });
    }
    searcher.getTaskExecutor().invokeAll(counting);
  }

  private static boolean isSparse(DocSet docs, List<SegmentValues> segments) {
    return (long) docs.size() * SPARSE < segments.stream().mapToLong(SegmentValues::size).sum();
  }

  /**
   * The most frequent values of a field, with exact counts, fast even if the field has very many
   * values. It takes three phases (Cao and Wang, "Efficient top-K query calculation in distributed
   * networks", PODC 2004). First, adding up only the most frequent values of each segment gives a
   * lower bound for the count of the last wanted value. Second, the bound is divided among the
   * segments in proportion to their documents. A value whose count reaches the bound must reach one
   * segment's part in that segment; such values are candidates. Third, the candidates' counts in
   * the other segments are added.
   */
  public List<Count> top(DocSet docs, String field, int most) throws IOException {
    List<SegmentValues> segments = segments(field);
    if (isSparse(docs, segments)) {
      return top(every(docs, segments), most);
    }
    count(docs, segments);
    ValueCounts first = new ValueCounts();
    for (SegmentValues segment : segments) {
      segment.addMost(most, first);
    }
    int bound = first.ofPlace(most);
    int[] least = new int[segments.size()];
    ValueCounts sums = new ValueCounts();
    for (int i = 0; i < least.length; i++) {
      double share = docs.segment(i).cardinality() / (double) Math.max(1, docs.size());
      least[i] = Math.max(1, (int) Math.floor(bound * share));
      segments.get(i).addFrom(least[i], sums);
    }
    for (int i = 0; i < least.length; i++) {
      segments.get(i).addBelow(least[i], sums);
    }
    return top(sums, most);
  }

  private static List<Count> top(ValueCounts sums, int most) throws IOException {
    List<Count> counts = sums.atLeast(Math.max(1, sums.ofPlace(most)));
    counts.sort(MOST_FIRST);
    return List.copyOf(counts.subList(0, Math.min(most, counts.size())));
  }

  public static List<Count> top(Map<String, Integer> counts, int most) {
    return counts.entrySet().stream()
        .map(count -> new Count(count.getKey(), count.getValue()))
        .sorted(MOST_FIRST)
        .limit(most)
        .toList();
  }

  public SortedMap<LocalDate, Integer> days(DocSet docs) throws IOException {
    int[] usual = new int[USUAL_DAYS];
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues sorted = DocValues.getNumeric(leaf.reader(), Fields.SORTED);
      DocIdSetIterator found = docs.iterator(leaf.ord);
      Budget.check();
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (sorted.advanceExact(doc)) {
          long day = Math.floorDiv(sorted.longValue(), MICROS_PER_DAY);
          if (day >= 0 && day < USUAL_DAYS) {
            usual[(int) day]++;
          } else {
            days.merge(LocalDate.ofEpochDay(day), 1, Integer::sum);
          }
        }
      }
    }
    for (int day = 0; day < USUAL_DAYS; day++) {
      if (usual[day] > 0) {
        days.put(LocalDate.ofEpochDay(day), usual[day]);
      }
    }
    return days;
  }
}
