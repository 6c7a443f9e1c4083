package io.keeling.contract.enriched;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the taxonomy that an article is about or speaks of, and why. Immutable and safe to
 * share between threads.
 *
 * @param id the topic's id in {@code taxonomy.yaml}
 * @param grade whether the article is about it; {@code null} is read as {@link TopicGrade#MAIN},
 *     since records from before there were grades name only such topics
 * @param score how sure, 0 to 1
 * @param evidence the words that did it, in order
 */
public record Topic(String id, TopicGrade grade, double score, List<Evidence> evidence) {

  public Topic(
      String id, @Nullable TopicGrade grade, double score, @Nullable List<Evidence> evidence) {
    this.id = Objects.requireNonNull(id, "id");
    this.grade = grade == null ? TopicGrade.MAIN : grade;
    Range.requireFraction(score, "score");
    this.score = score;
    this.evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }
}
