package io.keeling.contract.enriched;

import java.util.Objects;

/**
 * Words that justify a topic or the climate grade.
 *
 * @param start offset of the first UTF-16 code unit in the article's text
 * @param end offset after the last code unit
 * @param rule the entry of the lexicon, such as {@code lexicon:net zero}, or the categorizer with
 *     the paragraph and its strongest terms, such as {@code categorizer:paragraph 3: blades,
 *     rotors, offshore}
 */
public record Evidence(int start, int end, String rule) {

  public Evidence {
    Objects.requireNonNull(rule, "rule");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }
}
