package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day in an article's address. */
final class UrlDate {

  private static final Pattern PARTS =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[/_.-](\\d\\d?)[/_.-](\\d\\d?)(?!\\d)");
  private static final Pattern TOGETHER =
      Pattern.compile("(?<![\\d.])(20[0-3]\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)([0-3]\\d)[/_.-]([01]\\d)[/_.-]((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern NAMED =
      Pattern.compile("/((?:19|20)\\d\\d)/(\\p{L}{3,9})/(\\d\\d?)(?!\\d)");

  private static final Pattern MONTH = Pattern.compile("/(20[0-3]\\d)[/-](0[1-9]|1[0-2])/");

  private UrlDate() {}

  static @Nullable NewsDate in(String url) {
    Matcher named = NAMED.matcher(url);
    if (named.find()) {
      NewsDate date =
          DateText.written(
              named.group(3) + " " + named.group(2) + " " + named.group(1), DateStyle.DAY_FIRST);
      if (date != null) {
        return date;
      }
    }
    NewsDate date = first(PARTS.matcher(url), 1, 3);
    if (date == null) {
      date = first(TOGETHER.matcher(url), 1, 3);
    }
    return date != null ? date : first(DAY_FIRST.matcher(url), 3, 1);
  }

  static @Nullable YearMonth monthIn(String url) {
    Matcher month = MONTH.matcher(url);
    return month.find()
        ? YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)))
        : null;
  }

  private static @Nullable NewsDate first(Matcher matcher, int year, int day) {
    while (matcher.find()) {
      try {
        return NewsDate.of(
            LocalDate.of(
                Integer.parseInt(matcher.group(year)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(day))));
      } catch (DateTimeException e) {
        continue;
      }
    }
    return null;
  }
}
