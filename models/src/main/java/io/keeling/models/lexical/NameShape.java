package io.keeling.models.lexical;

/** Classes of words by their letters, the same for all languages. */
final class NameShape {

  private NameShape() {}

  /** Returns the class of a word: {@code Xx}, {@code XX}, {@code xX}, {@code x}, {@code 9} ... */
  static String of(LexicalToken unit) {
    String text = unit.text();
    if (unit.initial()) {
      return "X.";
    }
    int large = 0;
    int small = 0;
    int digits = 0;
    boolean hyphen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      large += Character.isUpperCase(c) ? 1 : 0;
      small += Character.isLowerCase(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      hyphen |= c == '-';
    }
    if (large + small == 0) {
      return digits > 0 ? "9" : text;
    }
    String letters;
    if (small == 0) {
      letters = large == 1 ? "X" : large > 6 ? "XXX" : "XX";
    } else if (large == 0) {
      letters = "x";
    } else if (!unit.capital()) {
      letters = "xX";
    } else {
      letters = large == 1 || hyphen ? "Xx" : "XxX";
    }
    return letters + (digits > 0 ? "9" : "") + (hyphen ? "-" : "");
  }

  /** Whether a word has a capital letter anywhere: "iPhone", "d'Alembert", "20th" has none. */
  static boolean hasCapital(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase);
  }
}
