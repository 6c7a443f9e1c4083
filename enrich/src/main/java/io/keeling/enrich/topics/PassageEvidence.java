package io.keeling.enrich.topics;

import java.util.List;

/**
 * A passage that the categorizer took for a topic, or for a mention of climate change.
 *
 * @param paragraph the number of the paragraph that it begins in, from 1
 * @param start offset of its first word in the text, in UTF-16 code units
 * @param end offset after its last word
 * @param probability the categorizer's probability, 0 to 1
 * @param terms the words of most weight, heaviest first
 */
public record PassageEvidence(
    int paragraph, int start, int end, double probability, List<Term> terms) {

  public PassageEvidence {
    terms = List.copyOf(terms);
  }

  /** Whether an offset of the text lies in it. */
  boolean holds(int offset) {
    return start <= offset && offset < end;
  }

  /**
   * A word that is evidence of the topic.
   *
   * @param word as it is written
   * @param weight its part of the log odds
   * @param start offset of its first UTF-16 code unit in the text
   * @param end offset after its last
   */
  public record Term(String word, double weight, int start, int end) {}
}
