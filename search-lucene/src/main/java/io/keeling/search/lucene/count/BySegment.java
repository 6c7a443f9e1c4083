package io.keeling.search.lucene.count;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * A cache of values computed from segments, each kept for as long as its segment is open. Threads
 * may share it; if two of them ask for the same value at once, both may compute it.
 *
 * @param <T> the type of the values
 */
final class BySegment<T> {

  /** Computes the value of a segment. */
  @FunctionalInterface
  interface Maker<T> {
    T make(LeafReader segment) throws IOException;
  }

  private final Map<IndexReader.CacheKey, T> made = new ConcurrentHashMap<>();

  T of(LeafReader segment, Maker<T> maker) throws IOException {
    IndexReader.CacheHelper core = segment.getCoreCacheHelper();
    @Nullable T known = made.get(core.getKey());
    if (known == null) {
      known = maker.make(segment);
      if (made.put(core.getKey(), known) == null) {
        core.addClosedListener(made::remove);
      }
    }
    return known;
  }
}
