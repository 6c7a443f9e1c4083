package io.keeling.models.lexical;

import java.util.List;

/**
 * A sentence to be searched for names.
 *
 * @param units the words of the sentence
 * @param capitals whether the whole sentence is in capitals, so that capitals do not indicate names
 * @param titleCase whether nearly every word begins with a capital, as in some headlines
 */
record LexicalSentence(List<LexicalToken> units, boolean capitals, boolean titleCase) {

  /**
   * Minimum share of capital letters, or of capitalised words, at which capitals do not indicate
   * names.
   */
  private static final double MOSTLY = 0.8;

  /** Minimum number of letters from which a line can be judged to be in capitals. */
  private static final int LETTERS = 12;

  /**
   * A line can be in title case only if it has more long words than this. Also the minimum number
   * of letters of a long word.
   */
  private static final int LONG_WORDS = 4;

  static LexicalSentence of(List<LexicalToken> units, boolean nouns) {
    int letters = 0;
    int large = 0;
    int words = 0;
    int capital = 0;
    for (LexicalToken unit : units) {
      for (int i = 0; i < unit.text().length(); i++) {
        char c = unit.text().charAt(i);
        letters += Character.isLetter(c) ? 1 : 0;
        large += Character.isUpperCase(c) ? 1 : 0;
      }
      if (unit.word() && unit.text().length() >= LONG_WORDS) {
        words++;
        capital += unit.capital() ? 1 : 0;
      }
    }
    String last = units.isEmpty() ? "." : units.get(units.size() - 1).text();
    boolean titled = !nouns && !last.equals(".") && words > LONG_WORDS && capital >= MOSTLY * words;
    return new LexicalSentence(
        List.copyOf(units), letters >= LETTERS && large >= MOSTLY * letters, titled);
  }

  int size() {
    return units.size();
  }

  LexicalToken unit(int i) {
    return units.get(i);
  }

  /** Returns the text of a unit; empty if the index is out of range. */
  String text(int i) {
    return i >= 0 && i < units.size() ? units.get(i).text() : "";
  }

  /** Returns the text of units from start to before end, with spaces as in the text. */
  String text(int start, int end) {
    if (end - start == 1) {
      return units.get(start).text();
    }
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (i > start && units.get(i).start() > units.get(i - 1).end()) {
        text.append(' ');
      }
      text.append(units.get(i).text());
    }
    return text.toString();
  }
}
