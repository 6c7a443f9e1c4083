package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.wording.WordList;
import java.util.Set;

/** Tells whether a page writes the month before the day in numbers, as in the United States. */
final class DateOrder {

  /** Domains of countries; under them English pages put the day first. */
  private static final Set<String> MONTH_FIRST_ENDINGS =
      WordList.load("words/month-first-domains.txt");

  private DateOrder() {}

  static boolean isMonthFirst(Evidence evidence) {
    if (!evidence.language().equals("en") && !evidence.language().isEmpty()) {
      return false;
    }
    String url = evidence.url();
    if (url == null) {
      return evidence.language().equals("en");
    }
    int start = Math.max(0, url.indexOf("://") + 3);
    int end = url.indexOf('/', start);
    String host = url.substring(start, end < 0 ? url.length() : end);
    return MONTH_FIRST_ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1))
        && evidence.language().equals("en");
  }
}
