package io.keeling.search.lucene.count;

import io.keeling.search.FacetValues;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Caches the facets of the pages that people open first: all articles, and all articles about
 * climate change. In a large index the facets of each page are counted exactly, at most once every
 * few seconds. Threads may share it.
 */
public final class FrontPage implements AutoCloseable {

  /** Minimum number of articles in an index for its facets to be cached. */
  private static final int LARGE = 100_000;

  /**
   * Maximum age of cached counts. In a large index, nobody notices that the last seconds are
   * missing.
   */
  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private static final Set<Filters> FIRST =
      Set.of(
          Filters.NONE,
          Filters.NONE.with(Facet.CLIMATE, List.of("main")),
          Filters.NONE.with(Facet.CLIMATE, List.of("main", "mention")));

  private final Map<Key, Counted> known = new ConcurrentHashMap<>();

  private record Key(Filters filters, int most) {}

  private record Counted(Map<Facet, FacetValues> facets, long atNanos) {}

  @FunctionalInterface
  public interface Counting {
    /**
     * Counts facets.
     *
     * @param exact whether everything is counted, not just a sample
     */
    Map<Facet, FacetValues> count(boolean exact) throws IOException;
  }

  /** The facets of some filters. In a small index they are always counted exactly. */
  public Map<Facet, FacetValues> facets(Filters filters, int most, int size, Counting counting)
      throws IOException {
    if (size < LARGE || !FIRST.contains(filters)) {
      return counting.count(size < LARGE);
    }
    Key key = new Key(filters, most);
    Counted counted = known.get(key);
    if (counted == null || System.nanoTime() - counted.atNanos() > GOOD_FOR.toNanos()) {
      counted = new Counted(counting.count(true), System.nanoTime());
      known.put(key, counted);
    }
    return counted.facets();
  }

  @Override
  public void close() {
    known.clear();
  }
}
