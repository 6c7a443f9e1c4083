package io.keeling.reader.dates;

import io.keeling.reader.wording.Folded;
import java.util.List;

/**
 * Tells lines that are a date and nothing else, as stand above posts: {@code Wednesday, 4 March
 * 2026, 10:30 CET}.
 */
public final class BareDate {

  /** The longest line that says no more than a date, in UTF-16 code units. */
  private static final int LONGEST = 48;

  /** A weekday and a zone, or what stands before and after a clock time. */
  private static final int OTHER_WORDS = 2;

  /** The longest names of weekdays and months have as many letters. */
  private static final int LONGEST_WORD = 12;

  private BareDate() {}

  /** Whether a line is a date, with its weekday and time at most. */
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
