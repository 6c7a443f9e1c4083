package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TaggedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article's relation to climate change, with the evidence.
 *
 * @param score confidence that the article is about climate change or mentions it, 0 to 1; 0 if
 *     ungraded
 * @param evidence the words that decided, in order; may be empty
 * @param by who gave the grade; null if the enrichment did
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

  public Climate(ClimateGrade grade, double score, @Nullable List<Evidence> evidence) {
    this(grade, score, evidence, null);
  }
}
