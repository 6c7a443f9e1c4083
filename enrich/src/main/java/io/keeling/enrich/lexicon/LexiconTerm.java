package io.keeling.enrich.lexicon;

import io.keeling.enrich.words.TermWord;
import io.keeling.enrich.words.Word;
import java.util.List;

/**
 * A term of a compiled lexicon.
 *
 * @param text as the taxonomy writes it
 * @param role what it does
 * @param owner index of the topic it speaks for, or {@link #CLIMATE}
 * @param weight how strongly
 * @param capitals its words, to compare capitals with; empty where they do not matter
 * @param near ids of terms of which one must stand near
 * @param with ids of terms of which one must stand in the article
 * @param unless ids of terms of which none may stand near
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

  /**
   * Stands for an owner: of terms that speak of climate change itself. No index of a topic is
   * negative.
   */
  static final int CLIMATE = -1;

  /**
   * Stands for an owner: of phrases that hide what they cover from every topic. No index of a topic
   * is negative.
   */
  static final int EVERYTHING = -2;

  /** What a term does. */
  enum Role {
    /** Speaks for its owner. */
    SPEAKS,
    /** Hides what it covers from its owner. */
    HIDES,
    /** The term is company for other terms. */
    COMPANY
  }

  /** How many letters a term has that goes on in any way; none where it ends as it is written. */
  int lengthOfBeginning() {
    return text.endsWith("*") ? text.length() : 0;
  }

  /** Whether words have the capitals that the term wants. */
  boolean writtenLike(List<Word> words, int first) {
    for (int i = 0; i < capitals.size(); i++) {
      if (!capitals.get(i).writtenLike(words.get(first + i))) {
        return false;
      }
    }
    return true;
  }
}
