package io.keeling.search.lucene.count;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Hashes and counts of the values of each segment, by ordinal. The same value has different
 * ordinals in different segments, and a map of the ordinals of all segments ({@code OrdinalMap})
 * would have to be rebuilt for each new segment. The hashes and counts are kept for as long as the
 * segment is open. They take twelve bytes for each value of each segment, an estimated 40 MB for a
 * million articles with 15 names each. Threads may share it.
 */
public final class HashedValues {

  private static final int SEED = StringHelper.GOOD_FAST_HASH_SEED;

  private final BySegment<Map<String, Hashed>> segments = new BySegment<>();

  /**
   * The values of a field in a segment, by ordinal.
   *
   * @param hashes hashes by which counts of several segments are added up without reading the
   *     values; never 0. The probability that two of a million values have the same hash is below
   *     one in ten million.
   * @param counts number of documents with each value, including deleted ones
   */
  record Hashed(long[] hashes, int[] counts) {}

  /** Reads the values of those fields that are not cached yet. */
  public void prepare(LeafReader segment, Iterable<String> fields) throws IOException {
    for (String field : fields) {
      of(segment, field);
    }
  }

  Hashed of(LeafReader segment, String field) throws IOException {
    Map<String, Hashed> fields = segments.of(segment, s -> new ConcurrentHashMap<>());
    Hashed values = fields.get(field);
    if (values == null) {
      values = look(segment, field);
      fields.put(field, values);
    }
    return values;
  }

  private static Hashed look(LeafReader reader, String field) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(reader, field);
    long[] hashes = new long[Math.toIntExact(values.getValueCount())];
    TermsEnum terms = values.termsEnum();
    for (int ord = 0; ord < hashes.length; ord++) {
      hashes[ord] = hash(terms.next());
    }
    int[] counts = new int[hashes.length];
    SegmentValues.add(values, DocIdSetIterator.all(reader.maxDoc()), counts, 1);
    return new Hashed(hashes, counts);
  }

  private static long hash(BytesRef value) {
    long upper = StringHelper.murmurhash3_x86_32(value, SEED);
    int lower = StringHelper.murmurhash3_x86_32(value, ~SEED);
    long hash = upper << Integer.SIZE | Integer.toUnsignedLong(lower);
    return hash == 0 ? 1 : hash;
  }
}
