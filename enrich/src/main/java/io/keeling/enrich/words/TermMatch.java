package io.keeling.enrich.words;

/**
 * An occurrence of a term.
 *
 * @param term the id under which the term was added
 * @param first index of its first word
 * @param end index after its last word
 */
public record TermMatch(int term, int first, int end) {

  public int length() {
    return end - first;
  }
}
