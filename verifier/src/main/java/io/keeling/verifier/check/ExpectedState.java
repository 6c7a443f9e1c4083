package io.keeling.verifier.check;

import io.keeling.contract.article.Article;
import io.keeling.verifier.workload.Effect;
import io.keeling.verifier.workload.Step;
import io.keeling.verifier.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What topics and tables must hold after the first steps of a workload. Nobody writes to it once it
 * is made, so threads may share it.
 */
final class ExpectedState {

  /**
   * A version that must have passed.
   *
   * @param trace of the step that brought it
   * @param article as it must have been read, without provenance
   * @param original number of the article whose words it tells
   */
  record Version(@Nullable String trace, Article article, int original) {

    /** Whether it was fetched, so that nobody knows when and under which trace. */
    boolean fetched() {
      return trace == null;
    }

    /** The version's name in findings. */
    String name() {
      return trace == null ? "what was served" : trace;
    }
  }

  private final Map<String, List<Version>> versions = new LinkedHashMap<>();
  private final Map<String, Step> raw = new LinkedHashMap<>();
  private final Map<String, Effect.Refused> letters = new LinkedHashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  private final Map<Integer, Set<String>> stories = new HashMap<>();

  private ExpectedState() {}

  /** Computes it anew from the seed. */
  static ExpectedState of(long seed, int steps) {
    ExpectedState result = new ExpectedState();
    Workload workload = new Workload(seed);
    for (int i = 0; i < steps; i++) {
      result.add(workload.next());
    }
    return result;
  }

  /** Adds what a press served; each article tells words of its own. */
  void addServed(List<List<Article>> articles) {
    for (List<Article> served : articles) {
      int original = -stories.size() - 1;
      for (Article article : served) {
        versions
            .computeIfAbsent(article.id(), id -> new ArrayList<>())
            .add(new Version(null, article, original));
        stories.computeIfAbsent(original, o -> new HashSet<>()).add(article.id());
      }
    }
  }

  private void add(Step step) {
    if (step.effect() instanceof Effect.Version version) {
      Article article = version.article();
      versions
          .computeIfAbsent(article.id(), id -> new ArrayList<>())
          .add(new Version(step.trace(), article, version.original()));
      stories.computeIfAbsent(version.original(), o -> new HashSet<>()).add(article.id());
      if (version.refusal() != null) {
        refusals.put(step.trace(), version.refusal());
      }
    } else if (step.effect() instanceof Effect.Refused refused) {
      letters.put(step.trace(), refused);
    }
    if (step.record().topic().equals(io.keeling.contract.topic.Topics.ARTICLES.name())) {
      raw.put(step.trace(), step);
    }
  }

  /** Versions of each article by its id, in order. */
  Map<String, List<Version>> versions() {
    return versions;
  }

  /** Steps that were sent to {@code keeling.articles} itself, by trace. */
  Map<String, Step> raw() {
    return raw;
  }

  /** Dead letters of reading and tagging, by trace; each exactly once. */
  Map<String, Effect.Refused> letters() {
    return letters;
  }

  /** Reason of the sink's dead letter, by trace; each at least once, about one record. */
  Map<String, String> refusals() {
    return refusals;
  }

  /** Ids of the articles that tell the same words, by number of the first. */
  Map<Integer, Set<String>> stories() {
    return stories;
  }

  /** Records that {@code keeling.articles} must hold. */
  int articles() {
    return versionCount() + (int) raw.values().stream().filter(s -> !isVersion(s)).count();
  }

  /** Records that {@code keeling.enriched} must hold. */
  int versionCount() {
    return versions.values().stream().mapToInt(List::size).sum();
  }

  private static boolean isVersion(Step step) {
    return step.effect() instanceof Effect.Version;
  }
}
