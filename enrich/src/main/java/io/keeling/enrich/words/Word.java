package io.keeling.enrich.words;

/**
 * A word of a text, for matching against lexicons.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param raw as it is written, without dots inside an abbreviation and without possessive ending
 * @param form what is compared: lower case, singular, one spelling
 */
public record Word(int start, int end, String raw, String form) {

  /** The form of a word that is to count as none, so that nothing is known of it. */
  private static final String MASK = "-";

  /** The place of the word without the word itself, for readers who are not to go by it. */
  public Word masked() {
    return new Word(start, end, MASK, form);
  }
}
