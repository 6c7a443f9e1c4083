package io.keeling.reader.dates;

import io.keeling.reader.language.LanguageFinder;
import io.keeling.reader.metadata.Evidence;
import io.keeling.reader.wording.WordList;
import java.util.Locale;
import java.util.Set;

/**
 * How a page writes dates for people.
 *
 * @param monthFirst whether numbers put the month before the day, as in the United States
 * @param language two-letter code, or empty; a few names of months differ in meaning by language
 */
record DateStyle(boolean monthFirst, String language) {

  /** Domains of countries; under them English pages put the day first. */
  private static final Set<String> MONTH_FIRST_ENDINGS =
      WordList.load("words/month-first-domains.txt");

  private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph");

  /** The day first, names of months in any language. */
  static final DateStyle DAY_FIRST = new DateStyle(false, "");

  static DateStyle of(Evidence evidence) {
    return new DateStyle(isMonthFirst(evidence), evidence.language());
  }

  private static boolean isMonthFirst(Evidence evidence) {
    if (!evidence.language().equals("en")) {
      return false;
    }
    String region = region(evidence.outline().top().element().attr("lang"));
    if (region.isEmpty()) {
      String locale = evidence.metas().first("og:locale");
      region = locale == null ? "" : region(locale);
    }
    String url = evidence.url();
    if (url == null) {
      return region.isEmpty() || MONTH_FIRST_REGIONS.contains(region);
    }
    int start = Math.max(0, url.indexOf("://") + 3);
    int end = url.indexOf('/', start);
    String host = url.substring(start, end < 0 ? url.length() : end);
    return MONTH_FIRST_ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1))
        && (region.isEmpty() || MONTH_FIRST_REGIONS.contains(region));
  }

  /** The country in a language tag such as {@code en-GB} or {@code en_GB}, or empty. */
  private static String region(String tag) {
    String[] parts = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 3);
    return parts.length > 1 && LanguageFinder.code(parts[0]).equals("en") ? parts[1] : "";
  }
}
