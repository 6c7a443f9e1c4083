package io.keeling.ingest.listing;

import io.keeling.reader.wording.MonthNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of feeds in whatever dialect: ISO 8601 and its many shortenings, RFC 822, 850,
 * 1123 and 2822, asctime, what Java, JavaScript and databases print by themselves, seconds or
 * milliseconds since 1970, and names of months in the languages of {@code months.txt}.
 *
 * <p>A feed's date orders and dates articles, so a time without a zone counts as UTC (a Korean one
 * as Korea's), a day without a time as its first moment, and a year alone as its first day. Two
 * numbers that could both be the month mean nothing unless dots part them, which only lands that
 * put the day first do. Stateless; never throws.
 */
final class FeedDates {

  /** Longer texts are no dates; the patterns below never see them. In characters. */
  private static final int LONGEST = 80;

  /** Two digits below it are years of this century, as RFC 2822, section 4.3, has it. */
  private static final int CENTURY = 50;

  private static final int NOON = 12;

  /** The zone of a time in Korean; other languages that tell theirs have more than one. */
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

  /** Year, month and day in the writing of China and Japan, and of Korea. */
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})[年년]\\s?(\\d\\d?)[月월]\\s?(\\d\\d?)[日일]");

  private static final Pattern EAST_ASIAN_AFTERNOON = Pattern.compile("午後|下午|오후");
  private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}");

  private static final Map<String, Integer> MONTHS = MonthNames.load();

  /** RFC 822, section 5, and what news feeds use besides; others count as UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("AST", -4),
          Map.entry("ADT", -3),
          Map.entry("AT", -4),
          Map.entry("ET", -5),
          Map.entry("CT", -6),
          Map.entry("MT", -7),
          Map.entry("PT", -8),
          Map.entry("AKST", -9),
          Map.entry("AKDT", -8),
          Map.entry("HST", -10),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("MET", 1),
          Map.entry("MEZ", 1),
          Map.entry("WEST", 1),
          Map.entry("CEST", 2),
          Map.entry("MEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("SAST", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("EAT", 3),
          Map.entry("HKT", 8),
          Map.entry("SGT", 8),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11),
          Map.entry("NZST", 12),
          Map.entry("NZDT", 13));

  private FeedDates() {}

  /** The moment a text names; null if it names none. */
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

  /** A day may end at 24:00 (ISO 8601); a leap second has no moment of its own here. */
  private static Duration sinceMidnight(Matcher matcher, boolean afternoon) {
    int hour = number(matcher, 1, 0);
    String half = matcher.group(4);
    if (half != null || afternoon) {
      boolean second = afternoon || Character.toLowerCase(half.charAt(0)) == 'p';
      hour = hour % NOON + (second ? NOON : 0);
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
    if (matcher.group(1) == null) {
      return ZoneOffset.ofHours(ZONES.getOrDefault(matcher.group(3), 0));
    }
    int sign = matcher.group(1).startsWith("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(number(matcher, 1, 0), sign * number(matcher, 2, 0));
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
      Integer month = MONTHS.get(matcher.group(2).toLowerCase(Locale.ROOT));
      if (month != null) {
        return LocalDate.of(year(number(matcher, 3, 0)), month, number(matcher, 1, 0));
      }
    }
    for (matcher = NAME_DAY_YEAR.matcher(text); matcher.find(); ) {
      Integer month = MONTHS.get(matcher.group(1).toLowerCase(Locale.ROOT));
      if (month != null) {
        return LocalDate.of(number(matcher, 3, 0), month, number(matcher, 2, 0));
      }
    }
    for (matcher = YEAR_NAME_DAY.matcher(text); matcher.find(); ) {
      Integer month = MONTHS.get(matcher.group(2).toLowerCase(Locale.ROOT));
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

  private static int year(int year) {
    return year >= 100 ? year : year < CENTURY ? 2000 + year : 1900 + year;
  }

  private static int number(Matcher matcher, int group, int otherwise) {
    String text = matcher.group(group);
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
