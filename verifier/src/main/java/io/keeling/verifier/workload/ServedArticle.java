package io.keeling.verifier.workload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An article of the press, what was served of it and what came through. For one thread. */
final class ServedArticle {

  private final List<NumberedArticle> served = new ArrayList<>();
  private final Set<String> published = new HashSet<>();
  private volatile NumberedArticle current;

  ServedArticle(NumberedArticle first) {
    current = first;
  }

  /** What is served now. */
  NumberedArticle current() {
    return current;
  }

  /** Other words from now on. */
  void correct(String paragraph) {
    current = current.with(0, paragraph);
  }

  void served(NumberedArticle state) {
    if (!served.contains(state)) {
      served.add(state);
    }
  }

  void published(String version) {
    published.add(version);
  }

  List<NumberedArticle> served() {
    return List.copyOf(served);
  }

  /** Versions that have still to come through, in words. */
  List<String> missing() {
    if (served.isEmpty()) {
      return List.of(current.url() + " was never fetched");
    }
    return served.stream()
        .filter(state -> !published.contains(version(state)))
        .map(state -> "wording " + (served.indexOf(state) + 1) + " of " + state.url())
        .toList();
  }

  private static String version(NumberedArticle state) {
    return state.read(Instant.EPOCH).version();
  }
}
