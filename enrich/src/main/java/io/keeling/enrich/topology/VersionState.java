package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an article that were passed on, and at which enrichment.
 *
 * @param enrichment version of the enrichment that saw {@code seen}
 * @param revision the revision last passed on
 * @param registry the story registry that knows the article: its first language
 * @param seen the versions passed on at that enrichment, the latest at the end
 * @param newest when the newest version that was ever passed on was fetched; null before the first
 * @param revisions the revision under which each of {@code seen} was passed on
 * @param removedAt when the article was taken down; null while it may be passed on
 * @param place the offset in {@code keeling.articles} of the version passed on last; null before
 *     the first, and in old states, which did not store offsets
 */
record VersionState(
    String enrichment,
    int revision,
    String registry,
    List<String> seen,
    @Nullable Instant newest,
    List<Integer> revisions,
    @Nullable Instant removedAt,
    @Nullable Long place) {

  /**
   * Maximum number of versions of one article that are remembered. If an article has more (a live
   * blog), its text may return to a forgotten version, which is then passed on again. That does no
   * harm.
   */
  static final int MOST_VERSIONS = 1_000;

  /** What to do with a version. */
  enum Verdict {
    /** The version is to be passed on as a new revision. */
    NEWS,
    /**
     * The version was passed on already and is requested again: the same revision is passed on once
     * more.
     */
    REPEAT,
    /** The version was passed on already. */
    SEEN,
    /** The version was fetched before the one passed on last, so it is outdated. */
    LATE,
    /** The article is taken down. */
    REMOVED
  }

  VersionState {
    seen = List.copyOf(seen);
    revisions = List.copyOf(revisions);
  }

  /** An article that was never seen. */
  static VersionState unseen(String registry) {
    return new VersionState("", 0, registry, List.of(), null, List.of(), null, null);
  }

  /**
   * Judges a version. A text that was passed on before and is fetched again after others is news,
   * because the outlet reverted a change. A version fetched before the newest is late, unless the
   * newest is sent again with it. The newest is then passed on after it, and a version that was
   * overtaken on its way is not lost.
   *
   * @param sentAgain when the newest of the versions sent again with this one was fetched; null for
   *     a version that is not sent again
   */
  Verdict judge(Article article, String atEnrichment, @Nullable Instant sentAgain) {
    if (removedAt != null) {
      return Verdict.REMOVED;
    }
    String version = article.version();
    boolean known = seen.contains(version);
    boolean late = newest != null && article.fetchedAt().isBefore(newest);
    // If the newest version did not follow, an overtaken one would be the last to be passed on.
    boolean again = sentAgain != null && (newest == null || !newest.isAfter(sentAgain));
    if (!known || !enrichment.equals(atEnrichment)) {
      return late && !again ? Verdict.LATE : Verdict.NEWS;
    }
    boolean last = version.equals(seen.get(seen.size() - 1));
    boolean later = newest != null && article.fetchedAt().isAfter(newest);
    if (!last && (later || (again && !late))) {
      return Verdict.NEWS;
    }
    return again ? Verdict.REPEAT : Verdict.SEEN;
  }

  /** The state of an article that is taken down; its versions are forgotten. */
  VersionState removed(Instant at) {
    return new VersionState("", revision, registry, List.of(), null, List.of(), at, null);
  }

  /** The state after the takedown is reversed: the revisions continue. */
  VersionState restored() {
    return new VersionState(enrichment, revision, registry, seen, newest, revisions, null, place);
  }

  /**
   * The version that was passed on last; null if no version was passed on yet, or none since a
   * takedown.
   */
  @Nullable String last() {
    return seen.isEmpty() ? null : seen.get(seen.size() - 1);
  }

  /** The revision under which a version was passed on; only for one that is {@link #seen}. */
  int revisionOf(String version) {
    return revisions.get(seen.indexOf(version));
  }

  /**
   * The state after a version was passed on under the next revision. At another enrichment, the
   * list of versions starts over.
   *
   * @param offset of the version in {@code keeling.articles}
   */
  VersionState with(Article article, String atEnrichment, long offset) {
    boolean same = enrichment.equals(atEnrichment);
    String version = article.version();
    List<String> versions = new ArrayList<>(same ? seen : List.of());
    List<Integer> numbers = new ArrayList<>(same ? revisions : List.of());
    int known = versions.indexOf(version);
    if (known >= 0) {
      versions.remove(known);
      numbers.remove(known);
    }
    versions.add(version);
    numbers.add(revision + 1);
    if (versions.size() > MOST_VERSIONS) {
      versions.remove(0);
      numbers.remove(0);
    }
    Instant fetched = article.fetchedAt();
    return new VersionState(
        atEnrichment,
        revision + 1,
        registry,
        versions,
        newest == null || fetched.isAfter(newest) ? fetched : newest,
        numbers,
        null,
        offset);
  }
}
