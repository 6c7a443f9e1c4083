package io.keeling.ingest.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of an article have been passed on.
 *
 * @param last of the versions passed on the one fetched last: how the article reads now
 * @param fetchedAt when that was fetched
 * @param seen the versions passed on, the one passed on last at the end
 * @param removedAt when the article was taken down; null while it may be passed on
 */
record ArticleHistory(
    String last, Instant fetchedAt, List<String> seen, @Nullable Instant removedAt) {

  ArticleHistory {
    seen = List.copyOf(seen);
  }

  static ArticleHistory first(String version, Instant fetchedAt) {
    return new ArticleHistory(version, fetchedAt, List.of(version), null);
  }

  /** That of an article which is taken down: nothing of it is passed on. */
  static ArticleHistory removed(Instant at) {
    return new ArticleHistory("", at, List.of(), at);
  }

  boolean isRemoved() {
    return removedAt != null;
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
        ? new ArticleHistory(last, fetchedAt, kept, removedAt)
        : new ArticleHistory(version, fetched, kept, removedAt);
  }
}
