package io.keeling.ingest.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which versions of an article have been passed on. Immutable.
 *
 * @param last of the versions passed on the one fetched last: how the article reads now
 * @param fetchedAt when that was fetched
 * @param seen the versions passed on, the one passed on last at the end
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
   *
   * <p>The last one is never news, also where so many older ones came late that it is no longer
   * among those remembered.
   */
  boolean isNews(String version, Instant fetched) {
    return !version.equals(last) && (!seen.contains(version) || fetched.isAfter(fetchedAt));
  }

  /**
   * The history with a version more. One that was fetched before the last one comes late (an
   * import, a host that waited) and does not take its place.
   *
   * @param most versions remembered
   */
  ArticleHistory with(String version, Instant fetched, int most) {
    List<String> more = new ArrayList<>(seen);
    more.remove(version);
    more.add(version);
    List<String> kept = more.subList(Math.max(0, more.size() - most), more.size());
    return fetched.isBefore(fetchedAt)
        ? new ArticleHistory(last, fetchedAt, kept)
        : new ArticleHistory(version, fetched, kept);
  }
}
