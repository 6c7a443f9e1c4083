package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.NewsDate;
import io.keeling.ingest.reader.wording.WordList;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as machines and people write them: ISO 8601, RFC 1123, timestamps, and day, month and
 * year in any order with the month's name in any of some thirty languages. Stateless; threads may
 * share it; never throws.
 */
final class DateText {

  /** Longer texts are no date lines; the patterns below never see them. */
  private static final int LONGEST = 300;

  private static final Map<String, Integer> MONTHS = months();

  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)-(\\d\\d?)-(\\d\\d?)(?!\\d)"
              + "(?:[T ]+(\\d\\d):(\\d\\d)(?::(\\d\\d))?(?:[.,]\\d+)?\\s*(Z|z|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)?)?");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?:[T ]?\\d{4,6}|T\\S*)?(?!\\d)");
  private static final Pattern TIMESTAMP = Pattern.compile("^\\s*(1\\d{9})(\\d{3})?\\s*$");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)\\s?[./年년-]\\s?(\\d\\d?)\\s?[./月월-]\\s?(\\d\\d?)(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<!\\d)(\\d\\d?)\\s?[./|-]\\s?(\\d\\d?)\\s?[./|-]\\s?((?:(?:19|20)\\d\\d)|\\d\\d)(?!\\d)");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d\\d?)(?:st|nd|rd|th|er|º|ª)?[.,]?[\\s-]*(?:de\\s+|of\\s+)?(\\p{L}[\\p{L}\\p{M}]{2,14})[.,]?[\\s-]*(?:de\\s+|del\\s+)?((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\p{M}]{2,14})[.,]?\\s+(\\d\\d?)(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)\\.?\\s+(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?\\s+(\\d\\d?)(?!\\d)");

  private DateText() {}

  /** The date in a machine-readable value, or else in a text for people; null if there is none. */
  static @Nullable NewsDate parse(String text, boolean monthFirst) {
    String value = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    NewsDate date = iso(value);
    if (date == null) {
      date = timestamp(value);
    }
    if (date == null) {
      date = written(value, monthFirst);
    }
    return date != null ? date : day(COMPACT.matcher(value), 1, 2, 3);
  }

  private static @Nullable NewsDate iso(String text) {
    Matcher matcher = ISO.matcher(text);
    NewsDate date = day(matcher, 1, 2, 3);
    if (date == null || matcher.group(7) == null) {
      return date;
    }
    try {
      String second = matcher.group(6);
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(matcher.group(4)),
              Integer.parseInt(matcher.group(5)),
              second == null ? 0 : Integer.parseInt(second));
      ZoneOffset offset = ZoneOffset.of(matcher.group(7).toUpperCase(Locale.ROOT));
      return NewsDate.of(OffsetDateTime.of(date.day(), time, offset));
    } catch (DateTimeException e) {
      return date;
    }
  }

  private static @Nullable NewsDate timestamp(String text) {
    Matcher matcher = TIMESTAMP.matcher(text);
    return matcher.matches()
        ? NewsDate.of(
            Instant.ofEpochSecond(Long.parseLong(matcher.group(1))).atOffset(ZoneOffset.UTC))
        : null;
  }

  /** The date in a text for people, or null. */
  static @Nullable NewsDate written(String text, boolean monthFirst) {
    String value = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (value.indexOf("19") < 0 && value.indexOf("20") < 0 && value.length() > 40) {
      return null;
    }
    NewsDate date = day(DAY_MONTH_YEAR.matcher(value), 3, 2, 1);
    if (date == null) {
      date = day(MONTH_DAY_YEAR.matcher(value), 3, 1, 2);
    }
    if (date == null) {
      date = day(YEAR_FIRST.matcher(value), 1, 2, 3);
    }
    if (date == null) {
      Matcher numeric = YEAR_LAST.matcher(value);
      date = monthFirst ? day(numeric, 3, 1, 2) : day(numeric, 3, 2, 1);
      if (date == null) {
        numeric.reset();
        date = monthFirst ? day(numeric, 3, 2, 1) : day(numeric, 3, 1, 2);
      }
    }
    return date != null ? date : day(YEAR_MONTH_DAY.matcher(value), 1, 2, 3);
  }

  private static @Nullable NewsDate day(Matcher matcher, int year, int month, int day) {
    while (matcher.find()) {
      Integer number = month(matcher.group(month));
      if (number != null) {
        try {
          int years = Integer.parseInt(matcher.group(year));
          return NewsDate.of(
              LocalDate.of(
                  years < 100 ? 2000 + years : years,
                  number,
                  Integer.parseInt(matcher.group(day))));
        } catch (DateTimeException e) {
          continue;
        }
      }
    }
    return null;
  }

  private static @Nullable Integer month(String text) {
    return Character.isDigit(text.charAt(0))
        ? Integer.valueOf(text)
        : MONTHS.get(text.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String line : WordList.load("words/months.txt")) {
      String[] parts = line.split("\\s+");
      for (int i = 1; i < parts.length; i++) {
        months.put(parts[i], Integer.valueOf(parts[0]));
      }
    }
    return Map.copyOf(months);
  }
}
