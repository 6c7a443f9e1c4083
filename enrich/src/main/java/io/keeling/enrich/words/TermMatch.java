package io.keeling.enrich.words;

/**
 * A term that was found.
 *
 * @param term the id it was added under
 * @param first index of its first word
 * @param end index after its last word
 */
public record TermMatch(int term, int first, int end) {

  public int length() {
    return end - first;
  }
}
