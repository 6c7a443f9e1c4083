package io.keeling.enrich.words;

/**
 * A word of a text, for matching against lexicons.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param raw as it is written, without dots inside an abbreviation and without possessive ending
 * @param form the form to compare: lower case, singular, one spelling
 */
public record Word(int start, int end, String raw, String form) {

  /** Stands in place of a word that is to be ignored. */
  private static final String MASK = "-";

  /** The same word with {@link #raw} masked, for readers that must ignore it. */
  public Word masked() {
    return new Word(start, end, MASK, form);
  }
}
