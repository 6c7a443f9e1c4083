package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.wording.Folded;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the dates of a visible line, and what the words before each announce, as in "Published 3
 * May 2019, updated 5 May 2019".
 */
final class DateLine {

  /** Longest text before a date that opens a report: a place and an agency. */
  private static final int DATELINE_CHARACTERS = 40;

  private static final int DATELINE_WORDS = 5;

  private DateLine() {}

  /** A date and its role. */
  record Dated(NewsDate date, DateRole role) {}

  /**
   * Returns the dates of a line.
   *
   * @param before the role that the line before announces
   */
  static List<Dated> read(String line, DateRole before, DateStyle style) {
    return read(line, DateText.all(line, style), before);
  }

  /** Returns the dates of a line, given where they are. */
  static List<Dated> read(String line, List<DateText.Found> all, DateRole before) {
    List<Dated> dates = new ArrayList<>(all.size());
    int end = 0;
    for (int i = 0; i < all.size(); i++) {
      DateText.Found found = all.get(i);
      String words = Folded.of(line.substring(end, found.start()));
      DateRole role = words.isEmpty() && i == 0 ? before : DateRole.announcedBy(words);
      int next = i + 1 < all.size() ? all.get(i + 1).start() : line.length();
      if (role == DateRole.UNSAID && i + 1 == all.size()) {
        role = DateRole.saidBy(Folded.of(line.substring(found.end())));
      }
      if (role != DateRole.OTHER) {
        dates.add(new Dated(ClockTime.beside(found, line, end, next), role));
      }
      end = found.end();
    }
    return dates;
  }

  /** Whether a paragraph opens with this date, as agencies do: {@code HAMBURG, 3 May 2019 – }. */
  static boolean opens(String paragraph, DateText.Found found) {
    if (found.start() > DATELINE_CHARACTERS) {
      return false;
    }
    String place = Folded.of(paragraph.substring(0, found.start()));
    if (place.split(" ", DATELINE_WORDS + 1).length > DATELINE_WORDS) {
      return false;
    }
    int at = found.end();
    while (at < paragraph.length() && paragraph.charAt(at) == ' ') {
      at++;
    }
    return at < paragraph.length() && ")–—-:|(/".indexOf(paragraph.charAt(at)) >= 0;
  }
}
