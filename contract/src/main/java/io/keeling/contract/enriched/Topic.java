package io.keeling.contract.enriched;

import java.util.List;
import java.util.Objects;

/**
 * A topic of the taxonomy that an article is about, and why. Immutable and safe to share between
 * threads.
 *
 * @param id the topic's id in {@code taxonomy.yaml}
 * @param score how sure, 0 to 1
 * @param evidence the words that did it, in order
 */
public record Topic(String id, double score, List<Evidence> evidence) {

  public Topic {
    Objects.requireNonNull(id, "id");
    Range.requireFraction(score, "score");
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }
}
