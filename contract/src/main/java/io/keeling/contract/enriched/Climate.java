package io.keeling.contract.enriched;

import java.util.Objects;

/**
 * What an article has to do with climate change. Immutable and safe to share between threads.
 *
 * @param grade in words
 * @param score how sure it is that the article is about climate change or mentions it, 0 to 1
 */
public record Climate(ClimateGrade grade, double score) {

  public Climate {
    Objects.requireNonNull(grade, "grade");
    Range.requireFraction(score, "score");
  }
}
