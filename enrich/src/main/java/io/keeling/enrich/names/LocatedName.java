package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;

/**
 * A name at its place in a text, before names are merged.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param type what it is taken for
 * @param whole whether a possessive at its end is part of it: "St Andrew's"
 */
public record LocatedName(int start, int end, NameType type, boolean whole) {

  /** Longest word that a dot abbreviates within a name, in letters: "Bros.". */
  private static final int ABBREVIATION = 4;

  /** Creates a name that does not include a possessive at its end. */
  public LocatedName(int start, int end, NameType type) {
    this(start, end, type, false);
  }

  /** The name without possessive ending and surrounding marks; null if nothing is left. */
  @org.jspecify.annotations.Nullable
  LocatedName trimmed(String text) {
    int first = start;
    int last = end;
    while (first < last && !Character.isLetterOrDigit(text.codePointAt(first))) {
      first++;
    }
    last = trimmedEnd(text, first, last);
    if (!whole
        && last - first > 2
        && text.charAt(last - 1) == 's'
        && isApostrophe(text.charAt(last - 2))) {
      last = trimmedEnd(text, first, last - 2);
    }
    return last > first ? new LocatedName(first, last, type, whole) : null;
  }

  private static int trimmedEnd(String text, int first, int end) {
    int last = end;
    while (last > first && trims(text, first, last)) {
      last -= Character.charCount(text.codePointBefore(last));
    }
    return last;
  }

  private static boolean trims(String text, int first, int last) {
    int c = text.codePointBefore(last);
    // The dot of "U.N." and "Inc." belongs to the name.
    boolean dotOfAbbreviation =
        c == '.'
            && last - first > 1
            && Character.isLetter(text.charAt(last - 2))
            && !endsLongWord(text, first, last - 1);
    return !Character.isLetterOrDigit(c)
        && !accents(text, first, last)
        && c != ')'
        && !dotOfAbbreviation;
  }

  /**
   * Whether the text before an offset ends in an accent on a letter, as in "Jose\u0301", where the
   * last letter is two characters.
   */
  private static boolean accents(String text, int first, int end) {
    int at = end;
    while (at > first && isMark(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at < end && at > first && Character.isLetter(text.codePointBefore(at));
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }

  /** Whether a word before a dot is too long for an abbreviation. */
  private static boolean endsLongWord(String text, int first, int end) {
    int start = end;
    while (start > first && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    boolean inner = start > first && text.charAt(start - 1) == '.';
    return !inner && end - start > ABBREVIATION;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }
}
