package io.keeling.ingest.listing;

import io.keeling.ingest.reader.wording.MonthNames;
import java.time.DateTimeException;
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
 * <p>A feed's date orders and dates articles, so a time without a zone counts as UTC and a day
 * without a time as its first moment. Two numbers that could both be the month mean nothing unless
 * dots part them, which only lands that put the day first do. Stateless; never throws.
 */
final class FeedDates {

  /** Longer texts are no dates; the patterns below never see them. In characters. */
  private static final int LONGEST = 80;

  /** Two digits below it are years of this century, as RFC 2822, section 4.3, has it. */
  private static final int CENTURY = 50;

  private static final int NOON = 12;

  private static final Pattern EPOCH = Pattern.compile("(-?\\d{9,10})(\\d{3})?");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:+-])(\\d\\d?):(\\d\\d)(?::(\\d\\d))?(?:[.,]\\d{1,9})?\\s?([AaPp]\\.?[Mm]\\b\\.?)?");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?)?(.*)");
  private static final Pattern ZONE =
      Pattern.compile("(?:(?:GMT|UTC?)\\s?)?([+-]\\d\\d?):?(\\d\\d)?(?!\\d)|([A-Z]{1,5})(?![a-z])");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-/.](\\d\\d?)(?:[-/.](\\d\\d?))?(?!\\d)");
  private static final Pattern DAY_NAME_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d\\d?)(?:st|nd|rd|th|er|º|\\.)?[\\s-]*(?:de\\s)?(\\p{L}[\\p{L}\\p{M}]+)\\.?[\\s,-]*(?:de\\s)?(\\d{4}|\\d\\d)(?!\\d)");
  private static final Pattern NAME_DAY_YEAR =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])(\\p{L}[\\p{L}\\p{M}]+)\\.?\\s+(\\d\\d?)(?:st|nd|rd|th)?,?\\s++.{0,40}?(\\d{4})");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d\\d?)([./-])(\\d\\d?)\\2((?:19|20)\\d\\d)(?!\\d)");

  private static final Map<String, Integer> MONTHS = MonthNames.load();

  /** RFC 822, section 5, and what news feeds use besides; others count as UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
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
          Map.entry("MEZ", 1),
          Map.entry("WEST", 1),
          Map.entry("CEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("SAST", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("EAT", 3),
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
    return LocalDateTime.of(day, time).toInstant(zone(matcher.group(7)));
  }

  private static @Nullable Instant written(String text) {
    Matcher matcher = TIME.matcher(text);
    String rest = text;
    LocalTime time = LocalTime.MIDNIGHT;
    ZoneOffset zone = ZoneOffset.UTC;
    if (matcher.find()) {
      time = time(matcher);
      String after = text.substring(matcher.end());
      zone = zone(after);
      rest = text.substring(0, matcher.start()) + " " + after;
    }
    LocalDate day = day(rest);
    return day == null ? null : LocalDateTime.of(day, time).toInstant(zone);
  }

  private static LocalTime time(Matcher matcher) {
    int hour = number(matcher, 1, 0);
    String half = matcher.group(4);
    if (half != null) {
      hour = hour % NOON + (Character.toLowerCase(half.charAt(0)) == 'p' ? NOON : 0);
    }
    // A leap second has no moment of its own here.
    return LocalTime.of(hour, number(matcher, 2, 0), Math.min(59, number(matcher, 3, 0)));
  }

  private static ZoneOffset zone(String text) {
    Matcher matcher = ZONE.matcher(text);
    if (!matcher.find()) {
      return ZoneOffset.UTC;
    }
    if (matcher.group(1) == null) {
      return ZoneOffset.ofHours(ZONES.getOrDefault(matcher.group(3), 0));
    }
    int sign = matcher.group(1).startsWith("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(number(matcher, 1, 0), sign * number(matcher, 2, 0));
  }

  private static @Nullable LocalDate day(String text) {
    Matcher matcher = YEAR_FIRST.matcher(text);
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
