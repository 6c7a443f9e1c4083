package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.NewsDate;
import io.keeling.ingest.reader.outline.Box;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the dates of publication and of the last change among all that a page gives: what
 * independent witnesses agree on wins, then what is right most often. Stateless.
 */
public final class DateFinder {

  private DateFinder() {}

  /** The day a page was first published, or null. */
  public static @Nullable Chosen<NewsDate> published(Evidence evidence, @Nullable Box headline) {
    DateCandidates dates = new DateCandidates(evidence).collect(headline);
    Chosen<NewsDate> chosen = best(evidence, "publishedAt", dates.published());
    return chosen != null ? chosen : best(evidence, "publishedAt", dates.modified());
  }

  /** The day a page was last changed, or null. */
  public static @Nullable Chosen<NewsDate> modified(Evidence evidence) {
    DateCandidates dates = new DateCandidates(evidence).collect(null);
    return best(evidence, "modifiedAt", dates.modified());
  }

  private static @Nullable Chosen<NewsDate> best(
      Evidence evidence, String field, List<DateCandidate> candidates) {
    Map<LocalDate, Map<String, Double>> witnesses = new HashMap<>();
    for (DateCandidate candidate : candidates) {
      witnesses
          .computeIfAbsent(candidate.date().day(), d -> new HashMap<>())
          .merge(candidate.witness(), candidate.weight(), Math::max);
    }
    DateCandidate best = null;
    double bestScore = 0;
    for (DateCandidate candidate : candidates) {
      double agreement =
          witnesses.get(candidate.date().day()).values().stream().mapToDouble(w -> w).sum();
      double score =
          agreement + candidate.weight() / 100 + (candidate.date().time() != null ? 0.05 : 0);
      evidence.consider(field, candidate.date(), candidate.origin(), score);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best == null ? null : new Chosen<>(best.date(), best.origin());
  }
}
