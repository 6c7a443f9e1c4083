package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.wording.Folded;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a line that readers see: its dates, each with what the words before it announce, as in
 * "Published 3 May 2019, updated 5 May 2019".
 */
final class DateLine {

  /** A place and an agency may stand before the date that opens a report. */
  private static final int DATELINE_CHARACTERS = 40;

  private static final int DATELINE_WORDS = 5;

  private DateLine() {}

  /** A date and what it is of. */
  record Dated(NewsDate date, DateRole role) {}

  /**
   * The dates of a line.
   *
   * @param before what the line before announces
   */
  static List<Dated> read(String line, DateRole before, DateStyle style) {
    return read(line, DateText.all(line, style), before);
  }

  /** As above, of a line whose dates are known. */
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
