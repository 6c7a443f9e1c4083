package io.keeling.ingest.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an article that have been published to {@code keeling.articles}.
 *
 * @param last the published version that was fetched last, which is how the article reads now
 * @param fetchedAt when the last version was fetched
 * @param seen published versions, the most recently published at the end
 * @param removedAt when the article was taken down; null while it may be published
 */
record ArticleHistory(
    String last, Instant fetchedAt, List<String> seen, @Nullable Instant removedAt) {

  ArticleHistory {
    seen = List.copyOf(seen);
  }

  static ArticleHistory first(String version, Instant fetchedAt) {
    return new ArticleHistory(version, fetchedAt, List.of(version), null);
  }

  /** Returns the history of an article that is taken down. */
  static ArticleHistory removed(Instant at) {
    return new ArticleHistory("", at, List.of(), at);
  }

  boolean isRemoved() {
    return removedAt != null;
  }

  /**
   * Whether a version is to be published. This holds for a new version. It also holds for an
   * earlier version that was fetched after the last one and differs from it, because then the
   * outlet has undone a change. So reading old pages again, in any order, publishes nothing twice.
   *
   * <p>The last version is never news, even if it is no longer in {@code seen} because many older
   * versions came late.
   */
  boolean isNews(String version, Instant fetched) {
    return !version.equals(last) && (!seen.contains(version) || fetched.isAfter(fetchedAt));
  }

  /**
   * Returns the history with one more version. A version fetched before the last one (from an
   * import, or from a host that had to wait) does not replace it as the last.
   *
   * @param most maximum number of versions remembered
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
