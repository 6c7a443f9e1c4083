package io.keeling.enrich.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of an article: which versions were passed on at which enrichment. Immutable
 * and safe to share between threads.
 *
 * @param enrichment version of the enrichment that saw {@code seen}
 * @param revision the revision last passed on
 * @param registry the story registry that knows the article: its first language
 * @param seen the versions passed on at that enrichment, oldest first
 */
record VersionState(String enrichment, int revision, String registry, List<String> seen) {

  /**
   * Versions remembered of one article. An article with more (a live blog) may be passed on again
   * when it returns to words it had that many versions ago, which harms nobody.
   */
  static final int MOST_VERSIONS = 1_000;

  VersionState {
    seen = List.copyOf(seen);
  }

  /** An article that was never seen. */
  static VersionState unseen(String registry) {
    return new VersionState("", 0, registry, List.of());
  }

  boolean knows(String version, String atEnrichment) {
    return enrichment.equals(atEnrichment) && seen.contains(version);
  }

  /** The state after a version was passed on: one revision more; another enrichment starts over. */
  VersionState with(String version, String atEnrichment) {
    List<String> versions = new ArrayList<>(enrichment.equals(atEnrichment) ? seen : List.of());
    versions.add(version);
    if (versions.size() > MOST_VERSIONS) {
      versions.remove(0);
    }
    return new VersionState(atEnrichment, revision + 1, registry, versions);
  }
}
