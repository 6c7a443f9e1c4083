package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import java.util.Locale;
import java.util.Set;

/**
 * The titles, ranks and offices that English writes before a person's name, with their
 * abbreviations: "Governor", "Gov.", "Cllr". They are no part of the name.
 */
public final class Titles {

  private static final WordSections WORDS = new WordSections(Titles.class);

  /** Titles that are hardly ever a name. */
  private static final Set<String> SURE = WORDS.set("sure");

  /**
   * Abbreviations of titles that without their dot may be a name: "Sen" of Amartya Sen, "Col" of
   * Colin.
   */
  private static final Set<String> WITH_DOT = WORDS.set("with-dot");

  /**
   * Titles that are names of people too, as in Stephen King and Alexander Pope, and so titles at
   * most before all other words.
   */
  private static final Set<String> IN_FRONT = WORDS.set("in-front");

  /** Words that go before a title and belong to it. */
  private static final Set<String> BEFORE = WORDS.set("before");

  private Titles() {}

  /** Whether a word, its last dot left out, is a title where it stands before a person's name. */
  static boolean isTitle(String word) {
    String form = form(word);
    return SURE.contains(form) || WITH_DOT.contains(form) || IN_FRONT.contains(form);
  }

  /** Whether a word is a title wherever it stands, and hardly ever a name. */
  public static boolean isSure(String word) {
    String form = form(word);
    return SURE.contains(form) || (form.length() < word.length() && WITH_DOT.contains(form));
  }

  /** Whether a word is a title where no other word of the name stands before it. */
  static boolean isInFront(String word) {
    return IN_FRONT.contains(form(word));
  }

  /** Whether a word belongs to the title that it stands before: "Prime", "Vice". */
  static boolean isBefore(String word) {
    return BEFORE.contains(form(word));
  }

  private static String form(String word) {
    int last = word.length() - 1;
    String plain = last > 0 && word.charAt(last) == '.' ? word.substring(0, last) : word;
    return plain.toLowerCase(Locale.ROOT);
  }
}
