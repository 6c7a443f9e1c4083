package io.keeling.contract.enriched;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an article has to do with climate change, and why. Immutable and safe to share between
 * threads.
 *
 * @param grade in words
 * @param score how sure it is that the article is about climate change or mentions it, 0 to 1; 0
 *     where nobody could tell
 * @param evidence the words that did it, in order; none where nothing speaks of climate change, and
 *     in records from before there was evidence for it
 */
public record Climate(ClimateGrade grade, double score, List<Evidence> evidence) {

  public Climate(ClimateGrade grade, double score, @Nullable List<Evidence> evidence) {
    this.grade = Objects.requireNonNull(grade, "grade");
    Range.requireFraction(score, "score");
    this.score = score;
    this.evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }
}
