package io.keeling.models.text;

import java.util.Locale;
import java.util.Set;

/** Words that are written with a dot which ends no sentence. */
final class Abbreviations {

  /** Written before a name or number, so that no sentence ends with them. */
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "mr", "mrs", "ms", "mx", "dr", "prof", "gov", "sen", "rep", "gen", "lt", "col", "maj",
          "capt", "cmdr", "sgt", "cpl", "adm", "rev", "fr", "hon", "pres", "supt", "det", "insp",
          "st", "ste", "mt", "ft", "vs", "v", "cf", "e.g", "i.e", "viz", "approx", "messrs", "mme",
          "mlle", "sr", "sra", "srta", "dra", "dott", "ing", "hr", "frl", "bzw", "z.b", "u.a");

  /** Written before a number: "No. 10", "Nr. 3", "pp. 4". */
  private static final Set<String> BEFORE_NUMBERS =
      Set.of("no", "nos", "nr", "núm", "p", "pp", "art", "fig", "vol", "sec");

  private Abbreviations() {}

  /** Whether a word without its last dot stands before a name: "Gov", "Dr". */
  static boolean isBeforeName(String word) {
    return BEFORE_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word without its last dot stands before a number: "No", "Fig". */
  static boolean isBeforeNumber(String word) {
    return BEFORE_NUMBERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word without its last dot is capitals with dots between: "J", "D.Y". */
  static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean right = i % 2 == 0 ? Character.isUpperCase(word.charAt(i)) : word.charAt(i) == '.';
      if (!right) {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }
}
