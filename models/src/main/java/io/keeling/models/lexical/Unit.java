package io.keeling.models.lexical;

/**
 * A word as names are put together of: "Rolls-Royce" and "O'Doherty" are one.
 *
 * @param start first UTF-16 code unit in the text
 * @param end one past the last
 * @param text its characters
 * @param opening whether a sentence or a quotation begins with it, where any word has a capital
 */
record Unit(int start, int end, String text, boolean opening) {

  /** Whether it begins with a capital letter. */
  boolean capital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  boolean word() {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }

  /** Whether it is two to six capitals, digits and dots: "ONU", "U.N.", "D66". */
  boolean acronym() {
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        capitals++;
      } else if (!Character.isDigit(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return capitals >= 2 && capitals <= 6 && capital();
  }

  /** Whether it is one capital and a dot. */
  boolean initial() {
    return text.length() == 2 && text.charAt(1) == '.' && capital();
  }
}
