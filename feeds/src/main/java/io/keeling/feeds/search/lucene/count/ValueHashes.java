package io.keeling.feeds.search.lucene.count;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Hashes of the values of a segment, by their ordinals, so that counts of several segments are
 * added up without looking at the values: ordinals mean something else in each segment, and a map
 * of them for all segments ({@code OrdinalMap}) would have to be made anew whenever a segment
 * comes. Kept for as long as the segment is open: eight bytes for each value of each segment, 25 MB
 * for a million articles with 15 names each. Threads may share it.
 */
public final class ValueHashes {

  private static final int SEED = StringHelper.GOOD_FAST_HASH_SEED;

  private final Map<IndexReader.CacheKey, Map<String, long[]>> known = new ConcurrentHashMap<>();

  /** Makes the hashes of fields that are not known yet. */
  public void prepare(IndexReader reader, Iterable<String> fields) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      for (String field : fields) {
        of(leaf.reader(), field);
      }
    }
  }

  /**
   * The hashes of a segment's values. None is 0; that two of a million values have the same one is
   * less likely than one in ten million.
   */
  long[] of(LeafReader reader, String field) throws IOException {
    IndexReader.CacheHelper segment = reader.getCoreCacheHelper();
    Map<String, long[]> fields = known.get(segment.getKey());
    if (fields == null) {
      fields = known.computeIfAbsent(segment.getKey(), k -> new ConcurrentHashMap<>());
      segment.addClosedListener(known::remove);
    }
    long[] hashes = fields.get(field);
    if (hashes == null) {
      hashes = hashes(DocValues.getSortedSet(reader, field));
      fields.put(field, hashes);
    }
    return hashes;
  }

  private static long[] hashes(SortedSetDocValues values) throws IOException {
    long[] hashes = new long[Math.toIntExact(values.getValueCount())];
    TermsEnum terms = values.termsEnum();
    for (int ord = 0; ord < hashes.length; ord++) {
      hashes[ord] = hash(terms.next());
    }
    return hashes;
  }

  private static long hash(BytesRef value) {
    long upper = StringHelper.murmurhash3_x86_32(value, SEED);
    int lower = StringHelper.murmurhash3_x86_32(value, ~SEED);
    long hash = upper << Integer.SIZE | Integer.toUnsignedLong(lower);
    return hash == 0 ? 1 : hash;
  }
}
