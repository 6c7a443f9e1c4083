package io.keeling.models.names;

import java.util.Locale;

/** Decides whether letters may abbreviate a name next to them in the text. */
public final class Abbreviation {

  /** Longest abbreviation, in letters. Longer words in capitals are headlines. */
  private static final int LONGEST = 10;

  /** Longest name to be compared, in UTF-16 code units, which bounds the work. */
  private static final int LONGEST_NAME = 200;

  private Abbreviation() {}

  /** Whether a word is short enough, begins with a capital and has a second capital. */
  public static boolean capitals(String word) {
    return word(word) && word.chars().filter(Character::isUpperCase).count() > 1;
  }

  /** Whether a word may be an abbreviation, in capitals ("NATO") or not ("Aosis"). */
  public static boolean word(String word) {
    return word.length() > 1
        && word.length() <= LONGEST
        && word.chars().allMatch(c -> Character.isLetter(c) || c == '-')
        && Character.isUpperCase(word.charAt(0));
  }

  /**
   * Whether a name contains the letters in this order, the first letter at the beginning of a word:
   * "HHS" in "Department of Health and Human Services". False if the letters as a whole are a word
   * of the name.
   */
  public static boolean fits(String name, String letters) {
    String small = letters.toLowerCase(Locale.ROOT);
    String whole = name.toLowerCase(Locale.ROOT);
    if (small.length() >= whole.length() || whole.length() > LONGEST_NAME) {
      return false;
    }
    for (String word : whole.split("[^\\p{L}\\p{M}]+")) {
      if (word.equals(small)) {
        return false;
      }
    }
    // Matches from the end. Each letter is matched as late as possible, the first one only at the
    // beginning of a word.
    int at = whole.length();
    for (int i = small.length() - 1; i >= 0; i--) {
      do {
        at--;
      } while (at >= 0 && (whole.charAt(at) != small.charAt(i) || (i == 0 && within(whole, at))));
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether some word of a name begins with this letter. */
  public static boolean begins(String name, char letter) {
    char small = Character.toLowerCase(letter);
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(name.charAt(i)) == small && !within(name, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(String text, int at) {
    return at > 0 && Character.isLetter(text.charAt(at - 1));
  }
}
