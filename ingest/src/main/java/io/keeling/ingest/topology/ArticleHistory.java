package io.keeling.ingest.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which versions of an article have been passed on. Immutable.
 *
 * @param last the version passed on last
 * @param fetchedAt when that was fetched
 * @param seen the versions passed on, newest last
 */
record ArticleHistory(String last, Instant fetchedAt, List<String> seen) {

  ArticleHistory {
    seen = List.copyOf(seen);
  }

  static ArticleHistory first(String version, Instant fetchedAt) {
    return new ArticleHistory(version, fetchedAt, List.of(version));
  }

  /**
   * Whether a version is news. One never passed on is. One passed on before is only where it was
   * fetched after the last one and differs from it: the outlet took a change back. So reading old
   * pages again, in whatever order, passes nothing on twice.
   */
  boolean isNews(String version, Instant fetched) {
    return !seen.contains(version) || (!version.equals(last) && fetched.isAfter(fetchedAt));
  }

  /**
   * The same with a version more.
   *
   * @param most versions remembered
   */
  ArticleHistory with(String version, Instant fetched, int most) {
    List<String> more = new ArrayList<>(seen);
    more.remove(version);
    more.add(version);
    List<String> kept = more.subList(Math.max(0, more.size() - most), more.size());
    return new ArticleHistory(version, fetched.isAfter(fetchedAt) ? fetched : fetchedAt, kept);
  }
}
