package io.keeling.search;

import java.util.List;

/**
 * A part of a score, and what makes it up.
 *
 * @param score the part
 * @param reason what it is for
 * @param parts what makes it up
 */
public record ScoreExplanation(double score, String reason, List<ScoreExplanation> parts) {

  public ScoreExplanation {
    parts = List.copyOf(parts);
  }
}
