package io.keeling.enrich.words;

/**
 * A word of a term.
 *
 * @param form the form to compare first: lower case, singular, one spelling
 * @param raw as the taxonomy writes it, to compare capitals with
 */
public record TermWord(String form, String raw) {

  /** Whether it matches every word with this prefix. */
  public boolean isBeginning() {
    return form.endsWith(TermTrie.ANY);
  }

  /**
   * Whether a word of a text has the same capitals as this one. A plural "s" after them is allowed.
   */
  public boolean writtenLike(Word word) {
    if (isBeginning()) {
      return word.raw().startsWith(raw.substring(0, raw.length() - TermTrie.ANY.length()));
    }
    String found = raw.indexOf('#') < 0 ? word.raw() : TermTrie.shape(word.raw());
    return found.equals(raw) || found.equals(raw + "s");
  }
}
