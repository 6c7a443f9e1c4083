package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TaggedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an article has to do with climate change, and why.
 *
 * @param grade in words
 * @param score how sure it is that the article is about climate change or mentions it, 0 to 1; 0
 *     where nobody could tell
 * @param evidence the words that did it, in order; none where nothing speaks of climate change, and
 *     in records from before there was evidence for it
 * @param by who gave the grade; absent where the enrichment did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Climate(
    ClimateGrade grade, double score, List<Evidence> evidence, @Nullable TaggedBy by) {

  public Climate(
      ClimateGrade grade, double score, @Nullable List<Evidence> evidence, @Nullable TaggedBy by) {
    this.grade = Objects.requireNonNull(grade, "grade");
    Range.requireFraction(score, "score");
    this.score = score;
    this.evidence = evidence == null ? List.of() : List.copyOf(evidence);
    this.by = by;
  }

  /** A grade that the enrichment gave. */
  public Climate(ClimateGrade grade, double score, @Nullable List<Evidence> evidence) {
    this(grade, score, evidence, null);
  }
}
