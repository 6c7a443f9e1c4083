package io.keeling.search.lucene.count;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * A cache of what is made of each segment, which is kept for as long as the segment is open.
 * Threads may share it; two that ask for the same at once may both make it.
 *
 * @param <T> what is made
 */
final class BySegment<T> {

  /** Makes it of a segment. */
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
