package io.keeling.enrich.lexicon;

import io.keeling.enrich.words.TermWord;
import io.keeling.enrich.words.Word;
import java.util.List;

/**
 * A term of a compiled lexicon.
 *
 * @param text as the taxonomy writes it
 * @param role what it does
 * @param owner index of the topic that it supports or is hidden from, {@link #CLIMATE} or {@link
 *     #EVERYTHING}
 * @param weight the strength of its evidence
 * @param capitals the term's words if their capitals must match; empty if they need not
 * @param near ids of terms of which one must occur nearby
 * @param with ids of terms of which one must occur in the article
 * @param unless ids of terms of which none may occur nearby
 */
record LexiconTerm(
    String text,
    Role role,
    int owner,
    double weight,
    List<TermWord> capitals,
    int[] near,
    int[] with,
    int[] unless) {

  /** Owner of the terms about climate change itself. No index of a topic is negative. */
  static final int CLIMATE = -1;

  /**
   * Owner of the phrases that hide what they cover from every topic. No index of a topic is
   * negative.
   */
  static final int EVERYTHING = -2;

  /** What a term does. */
  enum Role {
    /** Is evidence for its owner. */
    SPEAKS,
    /** Hides what it covers from its owner. */
    HIDES,
    /** Is context that other terms require or exclude. */
    COMPANY
  }

  /** Length of a term that ends in {@code *}; 0 for other terms. */
  int lengthOfBeginning() {
    return text.endsWith("*") ? text.length() : 0;
  }

  /** Whether words have the capitals that the term requires. */
  boolean writtenLike(List<Word> words, int first) {
    for (int i = 0; i < capitals.size(); i++) {
      if (!capitals.get(i).writtenLike(words.get(first + i))) {
        return false;
      }
    }
    return true;
  }
}
