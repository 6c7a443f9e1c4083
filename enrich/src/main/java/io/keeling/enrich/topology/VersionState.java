package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an article: which versions were passed on at which enrichment. Immutable
 * and safe to share between threads.
 *
 * @param enrichment version of the enrichment that saw {@code seen}
 * @param revision the revision last passed on
 * @param registry the story registry that knows the article: its first language
 * @param seen the versions passed on at that enrichment, the last one last
 * @param newest when the newest of these was fetched; null in states of before that was remembered
 */
record VersionState(
    String enrichment, int revision, String registry, List<String> seen, @Nullable Instant newest) {

  /**
   * Versions remembered of one article. An article with more (a live blog) may be passed on again
   * when it returns to words it had that many versions ago, which harms nobody.
   */
  static final int MOST_VERSIONS = 1_000;

  /** What to do with a version. */
  enum Verdict {
    /** It is the article's new state. */
    NEWS,
    /** It was passed on already. */
    SEEN,
    /** It was fetched before what was passed on last, so it is not how the article reads now. */
    LATE
  }

  VersionState {
    seen = List.copyOf(seen);
  }

  /** An article that was never seen. */
  static VersionState unseen(String registry) {
    return new VersionState("", 0, registry, List.of(), null);
  }

  /**
   * Judges a version. Words that were passed on before and are fetched again after others are news:
   * the outlet took a change back. Another enrichment takes every version that the last one passed
   * on, in the order in which they are sent again; if a newer one overtakes them, they are late.
   */
  Verdict judge(Article article, String atEnrichment) {
    boolean known = seen.contains(article.version());
    boolean late = newest != null && article.fetchedAt().isBefore(newest);
    if (!enrichment.equals(atEnrichment)) {
      return late && !known ? Verdict.LATE : Verdict.NEWS;
    }
    if (!known) {
      return late ? Verdict.LATE : Verdict.NEWS;
    }
    boolean last = article.version().equals(seen.get(seen.size() - 1));
    boolean later = newest != null && article.fetchedAt().isAfter(newest);
    return later && !last ? Verdict.NEWS : Verdict.SEEN;
  }

  /** The state after a version was passed on: one revision more; another enrichment starts over. */
  VersionState with(Article article, String atEnrichment) {
    List<String> versions = new ArrayList<>(enrichment.equals(atEnrichment) ? seen : List.of());
    versions.remove(article.version());
    versions.add(article.version());
    if (versions.size() > MOST_VERSIONS) {
      versions.remove(0);
    }
    return new VersionState(atEnrichment, revision + 1, registry, versions, article.fetchedAt());
  }
}
