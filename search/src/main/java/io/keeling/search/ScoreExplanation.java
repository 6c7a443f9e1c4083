package io.keeling.search;

import java.util.List;

/**
 * A part of a score, and its own parts.
 *
 * @param score the value of this part
 * @param reason what this part is for
 * @param parts the parts that this part is made of
 */
public record ScoreExplanation(double score, String reason, List<ScoreExplanation> parts) {

  public ScoreExplanation {
    parts = List.copyOf(parts);
  }
}
