package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import java.util.Locale;
import java.util.Set;

/**
 * Titles, ranks and offices that precede a person's name in English, and their abbreviations:
 * "Governor", "Gov.", "Cllr". They are not part of the name.
 */
public final class Titles {

  private static final WordSections WORDS = new WordSections(Titles.class);

  /** Titles that are hardly ever a name. */
  private static final Set<String> SURE = WORDS.set("sure");

  /**
   * Abbreviations of titles that may be a name if they have no dot: "Sen" of Amartya Sen, "Col" of
   * Colin.
   */
  private static final Set<String> WITH_DOT = WORDS.set("with-dot");

  /**
   * Titles that are people's names too, as in Stephen King and Alexander Pope. They count as titles
   * only at the beginning of a name.
   */
  private static final Set<String> IN_FRONT = WORDS.set("in-front");

  /** Words that precede a title and belong to it. */
  private static final Set<String> BEFORE = WORDS.set("before");

  private Titles() {}

  /** Whether a word, ignoring a final dot, is a title before a person's name. */
  static boolean isTitle(String word) {
    String form = form(word);
    return SURE.contains(form) || WITH_DOT.contains(form) || IN_FRONT.contains(form);
  }

  /** Whether a word is a title in any position and hardly ever a name. */
  public static boolean isSure(String word) {
    String form = form(word);
    return SURE.contains(form) || (form.length() < word.length() && WITH_DOT.contains(form));
  }

  /** Whether a word is a title only at the beginning of a name. */
  static boolean isInFront(String word) {
    return IN_FRONT.contains(form(word));
  }

  /** Whether a word belongs to the title after it: "Prime", "Vice". */
  static boolean isBefore(String word) {
    return BEFORE.contains(form(word));
  }

  private static String form(String word) {
    int last = word.length() - 1;
    String plain = last > 0 && word.charAt(last) == '.' ? word.substring(0, last) : word;
    return plain.toLowerCase(Locale.ROOT);
  }
}
