package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.diff.ArticleDiff;
import io.keeling.desk.articles.store.VersionStore.Version;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares versions of an article. Threads may share it. */
public final class ComparisonStore {

  private final VersionStore versions;

  public ComparisonStore(VersionStore versions) {
    this.versions = versions;
  }

  /**
   * Two versions of an article.
   *
   * @param all every version of the article, latest first
   * @param diff how they differ
   */
  public record VersionComparison(List<Version> all, ArticleDiff diff) {}

  /**
   * Compares two versions of an article; empty if the article lacks one of them.
   *
   * @param from the earlier version, null for the one before {@code to}
   * @param to the later version, null for the current one
   */
  public Optional<VersionComparison> find(String id, @Nullable String from, @Nullable String to) {
    List<Version> all = versions.list(id);
    Optional<String> later = to == null ? current(all) : Optional.of(to);
    Optional<String> earlier =
        from == null ? later.flatMap(l -> before(all, l)) : Optional.of(from);
    if (later.isEmpty() || earlier.isEmpty()) {
      return Optional.empty();
    }
    Optional<EnrichedArticle> before = versions.find(id, earlier.get());
    Optional<EnrichedArticle> after = versions.find(id, later.get());
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(new VersionComparison(all, ArticleDiff.of(before.get(), after.get())));
  }

  private static Optional<String> current(List<Version> all) {
    return all.stream().filter(Version::current).map(Version::version).findFirst();
  }

  /** The version before another; for the first version, itself. */
  private static Optional<String> before(List<Version> all, String version) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).version().equals(version)) {
        return Optional.of(all.get(Math.min(i + 1, all.size() - 1)).version());
      }
    }
    return Optional.empty();
  }
}
