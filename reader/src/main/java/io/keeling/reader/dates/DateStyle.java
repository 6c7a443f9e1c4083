package io.keeling.reader.dates;

import io.keeling.reader.language.LanguageFinder;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Block;
import io.keeling.reader.wording.WordList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a page writes dates for people.
 *
 * @param monthFirst whether numbers put the month before the day, as in the United States
 * @param language two-letter code, or empty; some names of months differ in meaning by language
 */
record DateStyle(boolean monthFirst, String language) {

  /** Endings of hosts whose English pages may put the month first. */
  private static final Set<String> MONTH_FIRST_ENDINGS =
      WordList.load("words/month-first-domains.txt");

  private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph");

  private static final Pattern NUMBERS =
      Pattern.compile("(?<![\\d./-])(\\d\\d?)[./-](\\d\\d?)[./-](20\\d\\d)(?!\\d)");

  private static final int MONTHS = 12;
  private static final int LINE_WORDS = 30;
  private static final int MOST_DATES = 40;

  /** The day first, with names of months in any language. */
  static final DateStyle DAY_FIRST = new DateStyle(false, "");

  static DateStyle of(PageEvidence evidence) {
    return new DateStyle(isMonthFirst(evidence), evidence.language());
  }

  /**
   * Returns the style that the page's own numeric dates show: a number above twelve is no month,
   * and only one order may give a day that the page declares.
   */
  DateStyle shownBy(List<Block> blocks, DateList published, DateList changes) {
    int dayFirst = 0;
    int monthFirst = 0;
    int seen = 0;
    for (Block block : blocks) {
      if (block.words() > LINE_WORDS || !block.text().contains("20")) {
        continue;
      }
      Matcher numbers = NUMBERS.matcher(block.text());
      while (numbers.find() && seen < MOST_DATES) {
        seen++;
        int one = Integer.parseInt(numbers.group(1));
        int other = Integer.parseInt(numbers.group(2));
        int year = Integer.parseInt(numbers.group(3));
        boolean asDayFirst = isDeclared(year, other, one, published, changes);
        boolean asMonthFirst = isDeclared(year, one, other, published, changes);
        if (one > MONTHS || (asDayFirst && !asMonthFirst)) {
          dayFirst++;
        } else if (other > MONTHS || (asMonthFirst && !asDayFirst)) {
          monthFirst++;
        }
      }
    }
    return dayFirst == monthFirst ? this : new DateStyle(monthFirst > dayFirst, language);
  }

  private static boolean isDeclared(
      int year, int month, int day, DateList published, DateList changes) {
    if (month < 1 || month > MONTHS || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return false;
    }
    LocalDate date = LocalDate.of(year, month, day);
    return published.has(date) || changes.has(date);
  }

  private static boolean isMonthFirst(PageEvidence evidence) {
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

  /** Returns the country in a language tag such as {@code en-GB} or {@code en_GB}, or empty. */
  private static String region(String tag) {
    String[] parts = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 3);
    return parts.length > 1 && LanguageFinder.code(parts[0]).equals("en") ? parts[1] : "";
  }
}
