package io.keeling.models.text;

import java.util.List;

/**
 * Splits words by rules. A word is a run of letters and digits, including the dots of an
 * abbreviation ("U.S.") or a number ("3.5"). Hyphens are separate words. So are apostrophes, unless
 * they belong to a clitic ("Kerry" and "'s", "l'" and "eau").
 */
final class WordRules {

  private final boolean elision;

  /**
   * @param elision whether an apostrophe belongs to the letters before it, as in French and Italian
   */
  WordRules(boolean elision) {
    this.elision = elision;
  }

  /** Adds the tokens of a run without spaces. */
  void split(List<Token> tokens, String text, int from, int to) {
    int i = from;
    while (i < to) {
      int end = i + Character.charCount(text.codePointAt(i));
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        end = wordEnd(text, i, to);
      }
      refine(tokens, text, i, Math.min(end, to));
      i = end;
    }
  }

  /** Adds a token, split at its hyphens and clitics. */
  void refine(List<Token> tokens, String text, int from, int to) {
    int start = from;
    boolean letters = onlyLetters(text, start, to);
    for (int i = from; i < to && !letters; i++) {
      char c = text.charAt(i);
      int cut = -1;
      int next = i;
      if (isHyphen(c) && to - from > 1 && !isNumberSign(text, i, from, to)) {
        cut = i;
        next = i + 1;
      } else if (isApostrophe(c) && i > start) {
        next = cliticStart(text, start, i, to);
        cut = next;
      }
      if (cut >= start && cut < to && (cut > start || next > cut)) {
        add(tokens, text, start, cut);
        add(tokens, text, cut, next);
        start = next;
        letters = onlyLetters(text, start, to);
        i = Math.max(i, next - 1);
      }
    }
    add(tokens, text, start, to);
  }

  /**
   * Returns the index at which to split a word at its apostrophe; the word's end if it should not
   * be split.
   */
  private int cliticStart(String text, int start, int apostrophe, int to) {
    String rest = text.substring(apostrophe + 1, to);
    if (elision) {
      return rest.isEmpty() ? to : apostrophe + 1;
    }
    return switch (rest) {
      case "s", "S", "re", "ve", "ll", "d", "m" -> apostrophe;
      case "t" ->
          apostrophe - 1 > start && text.charAt(apostrophe - 1) == 'n' ? apostrophe - 1 : to;
      case "" -> apostrophe;
      default -> to;
    };
  }

  private static int wordEnd(String text, int from, int to) {
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      boolean inner = c == '.' || c == ',' || c == '\'' || c == '\u2019';
      boolean joins = inner && i + 1 < to && Character.isLetterOrDigit(text.charAt(i + 1));
      if (!Character.isLetterOrDigit(c)
          && !isMark(c)
          && !joins
          && !endsAbbreviation(text, from, i)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean endsAbbreviation(String text, int from, int i) {
    return text.charAt(i) == '.'
        && i - from >= 3
        && text.charAt(i - 2) == '.'
        && Character.isLetter(text.charAt(i - 1));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isNumberSign(String text, int i, int from, int to) {
    return i == from && i + 1 < to && Character.isDigit(text.charAt(i + 1));
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2013' || c == '\u2014';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  static boolean onlyLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return from < to;
  }

  private static void add(List<Token> tokens, String text, int from, int to) {
    if (from < to) {
      tokens.add(new Token(from, to, text.substring(from, to)));
    }
  }
}
