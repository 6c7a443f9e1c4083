package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TaggedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the taxonomy that an article is about or mentions, with the evidence.
 *
 * @param id the topic's id in {@code taxonomy.yaml}
 * @param grade whether the article is about the topic or mentions it; null is read as {@link
 *     TopicGrade#MAIN}, the only grade in the oldest records
 * @param score confidence, 0 to 1
 * @param evidence the words that decided, in order
 * @param by who gave the topic or its grade; null if the enrichment did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Topic(
    String id, TopicGrade grade, double score, List<Evidence> evidence, @Nullable TaggedBy by) {

  public Topic(
      String id,
      @Nullable TopicGrade grade,
      double score,
      @Nullable List<Evidence> evidence,
      @Nullable TaggedBy by) {
    this.id = Objects.requireNonNull(id, "id");
    this.grade = grade == null ? TopicGrade.MAIN : grade;
    Range.requireFraction(score, "score");
    this.score = score;
    this.evidence = evidence == null ? List.of() : List.copyOf(evidence);
    this.by = by;
  }

  public Topic(
      String id, @Nullable TopicGrade grade, double score, @Nullable List<Evidence> evidence) {
    this(id, grade, score, evidence, null);
  }
}
