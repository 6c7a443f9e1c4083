package io.keeling.ingest.listing;

import io.keeling.reader.calendar.DateNumbers;
import io.keeling.reader.calendar.MonthNames;
import io.keeling.reader.calendar.TimeZones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of feeds in any dialect: ISO 8601 and its abbreviations, RFC 822, 850, 1123 and
 * 2822, asctime, and the default formats of Java, JavaScript and databases. Also reads seconds or
 * milliseconds since 1970, and names of months in the languages of {@code months.txt}.
 *
 * <p>The dates order articles, so incomplete dates are completed. A time without a known zone
 * counts as UTC (a Korean time as Korea's). A day without a time counts as its first moment, a year
 * alone as its first day. A date whose day and month cannot be told apart is not read, unless dots
 * separate its numbers: then the day comes first. Never throws.
 */
final class FeedDates {

  /**
   * Longest text that is parsed, in characters. Longer ones are not dates and never reach the
   * patterns.
   */
  private static final int LONGEST = 80;

  /** The hour of noon, and also the number of months. */
  private static final int NOON = 12;

  /**
   * Hours by which Korea's time (KST) is ahead of UTC. Times written in Korean have this zone;
   * other languages are spoken in several zones.
   */
  private static final int KOREA = 9;

  private static final Pattern EPOCH = Pattern.compile("(-?\\d{9,10})(\\d{3})?");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:+-])(\\d\\d?):(\\d\\d?)(?::(\\d\\d?))?(?:[.,]\\d{1,9})?\\s?([AaPp]\\.?[Mm]\\b\\.?)?");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?)?(.*)");
  private static final Pattern ZONE =
      Pattern.compile("(?:(?:GMT|UTC?)\\s?)?([+-]\\d\\d?):?(\\d\\d)?(?!\\d)|([A-Z]{1,5})(?![a-z])");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-/.]0?(\\d\\d?)(?:[-/.](\\d\\d?))?(?!\\d)");
  private static final Pattern DAY_OF_YEAR =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)-?(\\d{3})(?![\\d-])");
  private static final Pattern YEAR_ALONE = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern YEAR_NAME_DAY =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)[-.,\\s]{1,3}(\\p{L}[\\p{L}\\p{M}]+)[-.,\\s]{1,3}(\\d\\d?)(?!\\d)");
  private static final Pattern DAY_NAME_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d\\d?)(?:st|nd|rd|th|er|º|\\.)?[\\s-]*(?:de\\s)?(\\p{L}[\\p{L}\\p{M}]+)\\.?[\\s,-]*(?:de\\s)?(\\d{4}|\\d\\d)(?!\\d)");
  private static final Pattern NAME_DAY_YEAR =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])(\\p{L}[\\p{L}\\p{M}]+)\\.?\\s+(\\d\\d?)(?:st|nd|rd|th)?,?\\s++.{0,40}?(?<![+-])(\\d{4})");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d\\d?)([./-])(\\d\\d?)\\2((?:19|20)\\d\\d)(?!\\d)");

  /** Year, month and day as written in China, Japan and Korea. */
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})[年년]\\s?(\\d\\d?)[月월]\\s?(\\d\\d?)[日일]");

  private static final Pattern EAST_ASIAN_AFTERNOON = Pattern.compile("午後|下午|오후");
  private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}");

  private FeedDates() {}

  static @Nullable Instant parse(@Nullable String raw) {
    String text = raw == null ? "" : raw.replaceAll("[\\p{Cntrl}\\s\\u00A0\\u202F]+", " ").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    try {
      Matcher epoch = EPOCH.matcher(text);
      if (epoch.matches()) {
        return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
      }
      Matcher compact = COMPACT.matcher(text);
      return compact.matches() ? compact(compact) : written(text);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static Instant compact(Matcher matcher) {
    LocalDate day =
        LocalDate.of(number(matcher, 1, 0), number(matcher, 2, 0), number(matcher, 3, 0));
    LocalTime time =
        LocalTime.of(number(matcher, 4, 0), number(matcher, 5, 0), number(matcher, 6, 0));
    return LocalDateTime.of(day, time).toInstant(zone(matcher.group(7), ZoneOffset.UTC));
  }

  private static @Nullable Instant written(String raw) {
    String text = EAST_ASIAN.matcher(raw).replaceFirst("$1-$2-$3 ");
    ZoneOffset usual = KOREAN.matcher(raw).find() ? ZoneOffset.ofHours(KOREA) : ZoneOffset.UTC;
    Matcher matcher = TIME.matcher(text);
    if (!matcher.find()) {
      LocalDate day = day(text);
      return day == null ? null : day.atStartOfDay().toInstant(usual);
    }
    String before = text.substring(0, matcher.start());
    String after = text.substring(matcher.end());
    LocalDate day = day(before + " " + after);
    return day == null
        ? null
        : day.atStartOfDay()
            .plus(sinceMidnight(matcher, EAST_ASIAN_AFTERNOON.matcher(before).find()))
            .toInstant(zone(after, usual));
  }

  /**
   * Returns the time of day. A day may end at 24:00 (ISO 8601), and a leap second counts as the
   * second before.
   */
  private static Duration sinceMidnight(Matcher matcher, boolean afternoon) {
    int hour = number(matcher, 1, 0);
    String half = matcher.group(4);
    if (half != null || afternoon) {
      hour = DateNumbers.hour(hour, afternoon || Character.toLowerCase(half.charAt(0)) == 'p');
    }
    int minute = number(matcher, 2, 0);
    if (hour == 2 * NOON && minute == 0) {
      return Duration.ofDays(1);
    }
    LocalTime time = LocalTime.of(hour, minute, Math.min(59, number(matcher, 3, 0)));
    return Duration.ofSeconds(time.toSecondOfDay());
  }

  private static ZoneOffset zone(String text, ZoneOffset otherwise) {
    Matcher matcher = ZONE.matcher(text);
    if (!matcher.find()) {
      return otherwise;
    }
    if (matcher.group(1) != null) {
      return TimeZones.ofNumbers(matcher.group(1), matcher.group(2));
    }
    ZoneOffset likely = TimeZones.likely(matcher.group(3));
    return likely == null ? ZoneOffset.UTC : likely;
  }

  private static @Nullable LocalDate day(String text) {
    Matcher matcher = DAY_OF_YEAR.matcher(text);
    if (matcher.find()) {
      return LocalDate.ofYearDay(number(matcher, 1, 0), number(matcher, 2, 0));
    }
    matcher = YEAR_FIRST.matcher(text);
    if (matcher.find()) {
      return LocalDate.of(number(matcher, 1, 0), number(matcher, 2, 0), number(matcher, 3, 1));
    }
    for (matcher = DAY_NAME_YEAR.matcher(text); matcher.find(); ) {
      Integer month = MonthNames.number(matcher.group(2));
      if (month != null) {
        return LocalDate.of(DateNumbers.year(number(matcher, 3, 0)), month, number(matcher, 1, 0));
      }
    }
    for (matcher = NAME_DAY_YEAR.matcher(text); matcher.find(); ) {
      Integer month = MonthNames.number(matcher.group(1));
      if (month != null) {
        return LocalDate.of(number(matcher, 3, 0), month, number(matcher, 2, 0));
      }
    }
    for (matcher = YEAR_NAME_DAY.matcher(text); matcher.find(); ) {
      Integer month = MonthNames.number(matcher.group(2));
      if (month != null) {
        return LocalDate.of(number(matcher, 1, 0), month, number(matcher, 3, 0));
      }
    }
    if (YEAR_ALONE.matcher(text.strip()).matches()) {
      return LocalDate.of(Integer.parseInt(text.strip()), 1, 1);
    }
    matcher = NUMBERS.matcher(text);
    return matcher.find() ? ofNumbers(matcher) : null;
  }

  private static @Nullable LocalDate ofNumbers(Matcher matcher) {
    int first = number(matcher, 1, 0);
    int second = number(matcher, 3, 0);
    int year = number(matcher, 4, 0);
    if (matcher.group(2).equals(".") || first > NOON || first == second) {
      return LocalDate.of(year, second, first);
    }
    return second > NOON ? LocalDate.of(year, first, second) : null;
  }

  private static int number(Matcher matcher, int group, int otherwise) {
    String text = matcher.group(group);
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
