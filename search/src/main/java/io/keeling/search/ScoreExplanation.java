package io.keeling.search;

import java.util.List;

/**
 * A part of a score, and its own parts.
 *
 * @param score the part
 * @param reason what it is for
 * @param parts the parts that make it up
 */
public record ScoreExplanation(double score, String reason, List<ScoreExplanation> parts) {

  public ScoreExplanation {
    parts = List.copyOf(parts);
  }
}
