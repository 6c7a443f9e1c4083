package io.keeling.feeds.search.lucene.count;

import io.keeling.feeds.search.lucene.field.Fields;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Counts the values of documents. Segments are counted by themselves and their counts added up by
 * value, so that nothing has to be made anew when a segment comes. Stateless; threads may share it.
 */
public final class Counter {

  /** A value and how many documents have it. */
  public record Count(String value, int count) {}

  /**
   * The most frequent values. The counts are those of all documents.
   *
   * @param exact false where a value may be missing
   */
  public record Top(List<Count> counts, boolean exact) {

    public Top {
      counts = List.copyOf(counts);
    }
  }

  /** So many values are added up in a few hundredths of a second. */
  private static final int FEW = 60_000;

  /** How many times more values of a segment are looked at than are wanted, at most. */
  private static final int DEEPEST = 8;

  private static final Comparator<Count> MOST_FIRST =
      Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);

  private static final long MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  private Counter() {}

  /** The counts of every value. */
  public static Map<String, Integer> all(IndexReader reader, DocSet docs, String field)
      throws IOException {
    Map<String, Integer> sums = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
      int[] counts = segment(values, docs.iterator(leaf.ord));
      for (int ord = 0; ord < counts.length; ord++) {
        if (counts[ord] > 0) {
          sums.merge(values.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
        }
      }
    }
    return sums;
  }

  private static int[] segment(SortedSetDocValues values, DocIdSetIterator docs)
      throws IOException {
    int[] counts = new int[Math.toIntExact(values.getValueCount())];
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
    return counts;
  }

  /**
   * The most frequent values of a field that has very many. Where few are counted all are added up.
   * Else of each segment the most frequent ones are looked at; the next ones bound what a value
   * that was not looked at can have. If that is not too little even further down, a value may be
   * missing.
   */
  public static Top top(IndexReader reader, DocSet docs, String field, int most)
      throws IOException {
    List<SegmentCounts> segments = new ArrayList<>();
    long counted = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
      SegmentCounts segment = new SegmentCounts(values, segment(values, docs.iterator(leaf.ord)));
      counted += segment.size();
      segments.add(segment);
    }
    if (counted <= FEW) {
      Map<String, Integer> sums = new HashMap<>();
      for (SegmentCounts segment : segments) {
        segment.addTo(sums);
      }
      return new Top(top(sums, most), true);
    }
    Top top = new Top(List.of(), false);
    for (int depth = most * 2; depth <= most * DEEPEST && !top.exact(); depth *= 4) {
      top = top(segments, depth, most);
    }
    return top;
  }

  private static Top top(List<SegmentCounts> segments, int depth, int most) throws IOException {
    Set<BytesRef> candidates = new HashSet<>();
    long bound = 0;
    for (SegmentCounts segment : segments) {
      bound += segment.top(depth, candidates);
    }
    List<Count> sums = new ArrayList<>();
    for (BytesRef candidate : candidates) {
      int sum = 0;
      for (SegmentCounts segment : segments) {
        sum += segment.of(candidate);
      }
      sums.add(new Count(candidate.utf8ToString(), sum));
    }
    sums.sort(MOST_FIRST);
    boolean exact = bound == 0 || (sums.size() >= most && sums.get(most - 1).count() > bound);
    return new Top(List.copyOf(sums.subList(0, Math.min(most, sums.size()))), exact);
  }

  /** The most frequent of counted values. */
  public static List<Count> top(Map<String, Integer> counts, int most) {
    return counts.entrySet().stream()
        .map(count -> new Count(count.getKey(), count.getValue()))
        .sorted(MOST_FIRST)
        .limit(most)
        .toList();
  }

  /** How many documents there are on each day. */
  public static SortedMap<LocalDate, Integer> days(IndexReader reader, DocSet docs)
      throws IOException {
    LongCounts days = new LongCounts();
    Set<Long> seen = new HashSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues sorted = DocValues.getNumeric(leaf.reader(), Fields.SORTED);
      DocIdSetIterator found = docs.iterator(leaf.ord);
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (sorted.advanceExact(doc)) {
          // Days are numbered so that none is 0, which is no key.
          long day = 2 * Math.floorDiv(sorted.longValue(), MICROS_PER_DAY) + 1;
          if (days.add(day, 1) == 1) {
            seen.add(day);
          }
        }
      }
    }
    SortedMap<LocalDate, Integer> result = new TreeMap<>();
    seen.forEach(day -> result.put(LocalDate.ofEpochDay((day - 1) / 2), days.get(day)));
    return result;
  }
}
