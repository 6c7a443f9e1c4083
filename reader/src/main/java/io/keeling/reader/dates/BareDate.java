package io.keeling.reader.dates;

import io.keeling.reader.wording.Folded;
import java.util.List;

/**
 * Recognises lines that are only a date, as they often precede posts: {@code Wednesday, 4 March
 * 2026, 10:30 CET}.
 */
public final class BareDate {

  /** Longest line that can be only a date, in UTF-16 code units. */
  private static final int LONGEST = 48;

  /** Maximum number of words beside the date: a weekday, a zone, words around a clock time. */
  private static final int OTHER_WORDS = 2;

  /** Longest of these words, in letters: the length of the longest weekdays and months. */
  private static final int LONGEST_WORD = 12;

  private BareDate() {}

  /** Whether a line is only a date, which may have a weekday and a time. */
  public static boolean isOne(String line) {
    if (line.length() > LONGEST || line.isEmpty()) {
      return false;
    }
    List<DateText.Found> found = DateText.all(line, DateStyle.DAY_FIRST);
    if (found.size() != 1) {
      return false;
    }
    DateText.Found date = found.get(0);
    int others = 0;
    String rest = Folded.of(line.substring(0, date.start()) + " " + line.substring(date.end()));
    for (String word : rest.isEmpty() ? new String[0] : rest.split(" ")) {
      if (word.length() > LONGEST_WORD) {
        return false;
      }
      others += word.chars().anyMatch(Character::isDigit) ? 0 : 1;
    }
    return others <= OTHER_WORDS;
  }
}
