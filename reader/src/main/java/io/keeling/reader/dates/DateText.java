package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.calendar.DateNumbers;
import io.keeling.reader.calendar.MonthNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as machines and people write them: ISO 8601, RFC 1123, timestamps, and day, month and
 * year in any order, with the month's name in some thirty languages. Never throws.
 */
final class DateText {

  /** Characters read of a text; longer texts are no date lines. */
  private static final int LONGEST = 300;

  /** Maximum number of dates read of a line; one with more is a list of other things. */
  private static final int MOST_DATES = 6;

  /** Set of the categories of combining marks. */
  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)-(\\d\\d?)-(\\d\\d?)(?!\\d)(?:[T"
              + " ]+(\\d\\d):(\\d\\d)(?::(\\d\\d))?(?:[.,]\\d+)?\\s*(Z|z|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)?)?");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?:[T ]?\\d{4,6}|T\\S*)?(?!\\d)");
  private static final Pattern TIMESTAMP = Pattern.compile("^\\s*(1\\d{9})(\\d{3})?\\s*$");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\d/=])((?:19|20)\\d\\d)\\s?[./年년-]\\s?(\\d\\d?)\\s?[./月월-]\\s?(\\d\\d?)(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<!\\d)(?<!\\d\\.)(\\d\\d?)\\s?([./|-])\\s?(\\d\\d?)\\s?\\2\\s?((?:(?:19|20)\\d\\d)|\\d\\d)(?![\\d%])");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d\\d?)(?:st|nd|rd|th|er|ste|de|ter|[eºª°])?[.,]?[\\s/-]*(?:de\\s+|of\\s+|d['’])?(\\p{L}[\\p{L}\\p{M}]{1,14})[.,]*[\\s/-]*(?:del?\\s+)?((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\p{M}]{1,14}+)[.,]?\\s+(\\d\\d?)(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)(?:del?\\s+)?((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)\\.?\\s+(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?\\s+(\\d\\d?)(?!\\d)");

  /**
   * A date in a text.
   *
   * @param date the date
   * @param start index of its first character
   * @param end index after its last character
   */
  record Found(NewsDate date, int start, int end) {

    private boolean overlaps(Matcher matcher) {
      return matcher.start() < end && matcher.end() > start;
    }
  }

  private DateText() {}

  /** Returns the date in a machine-readable value, or else in a text for people, or null. */
  static @Nullable NewsDate parse(String text, DateStyle style) {
    String value = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    NewsDate date = iso(value);
    if (date == null) {
      date = timestamp(value);
    }
    if (date == null) {
      List<Found> found = all(value, style);
      date = found.isEmpty() ? null : ClockTime.beside(found.get(0), value, 0, value.length());
    }
    return date != null ? date : day(COMPACT.matcher(value));
  }

  private static @Nullable NewsDate iso(String text) {
    Matcher matcher = ISO.matcher(text);
    NewsDate date = day(matcher);
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
      if (isSpan(text, matcher)) {
        return date;
      }
      ZoneOffset offset = ZoneOffset.of(matcher.group(7).toUpperCase(Locale.ROOT));
      return NewsDate.of(OffsetDateTime.of(date.day(), time, offset));
    } catch (DateTimeException e) {
      return date;
    }
  }

  /** Whether a date has two times, "2024-03-04 10:00-11:30", not a zone: "…T10:00-05:00". */
  private static boolean isSpan(String text, Matcher matcher) {
    return matcher.group(6) == null
        && matcher.group(7).charAt(0) == '-'
        && text.charAt(matcher.start(7) - 1) != ' '
        && text.charAt(matcher.start(4) - 1) == ' ';
  }

  private static @Nullable NewsDate timestamp(String text) {
    Matcher matcher = TIMESTAMP.matcher(text);
    return matcher.matches()
        ? NewsDate.of(
            Instant.ofEpochSecond(Long.parseLong(matcher.group(1))).atOffset(ZoneOffset.UTC))
        : null;
  }

  static @Nullable NewsDate written(String text, DateStyle style) {
    String value = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<Found> found = all(value, style);
    return found.isEmpty() ? null : found.get(0).date();
  }

  /** Returns every date in a text for people, in reading order. */
  static List<Found> all(String text, DateStyle style) {
    String value = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (!mayHoldDate(value)) {
      return List.of();
    }
    List<Found> found = new ArrayList<>(2);
    collect(DAY_MONTH_YEAR, value, false, m -> date(m, 3, 2, 1, style), found);
    collect(MONTH_DAY_YEAR, value, true, m -> date(m, 3, 1, 2, style), found);
    collect(YEAR_FIRST, value, false, m -> date(m, 1, 2, 3, style), found);
    collect(YEAR_LAST, value, false, m -> yearLast(m, style), found);
    collect(YEAR_MONTH_DAY, value, false, m -> date(m, 1, 2, 3, style), found);
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  /** Whether a text has enough digits for a date: a quick test, as most lines do not. */
  private static boolean mayHoldDate(String value) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits >= 4 && (value.length() <= 40 || value.contains("19") || value.contains("20"));
  }

  /**
   * Adds the dates that a pattern finds. It is tried only where it can begin: at a number, or at
   * the word before one. Trying it at each character took three times as long on lines of letters
   * only.
   */
  private static void collect(
      Pattern pattern,
      String text,
      boolean atWord,
      Function<Matcher, @Nullable NewsDate> reading,
      List<Found> found) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
    int end = 0;
    for (int i = 0; i < text.length() && found.size() < MOST_DATES; i++) {
      if (!isDigit(text, i) || (i > 0 && isDigit(text, i - 1))) {
        continue;
      }
      int start = atWord ? wordBefore(text, i) : i;
      if (start >= end && matcher.region(start, text.length()).lookingAt()) {
        end = matcher.end();
        NewsDate date = reading.apply(matcher);
        if (date != null && found.stream().noneMatch(other -> other.overlaps(matcher))) {
          found.add(new Found(date, matcher.start(), end));
        }
      }
    }
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Returns where the word before a number begins; a point or comma may be between them. */
  private static int wordBefore(String text, int number) {
    int at = number;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    if (at > 0 && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == ',')) {
      at--;
    }
    while (at > 0 && isOfWord(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private static boolean isOfWord(int codePoint) {
    return Character.isLetter(codePoint) || (1 << Character.getType(codePoint) & MARKS) != 0;
  }

  /** Reads day and month in the order of the style, or in the other order if that gives no date. */
  private static @Nullable NewsDate yearLast(Matcher matcher, DateStyle style) {
    int month = style.monthFirst() ? 1 : 3;
    NewsDate date = date(matcher, 4, month, 4 - month, style);
    return date != null ? date : date(matcher, 4, 4 - month, month, style);
  }

  private static @Nullable NewsDate date(
      Matcher matcher, int year, int month, int day, DateStyle style) {
    return date(matcher.group(year), matcher.group(month), matcher.group(day), style);
  }

  private static @Nullable NewsDate date(String year, String month, String day, DateStyle style) {
    Integer number = month(month, style);
    if (number == null) {
      return null;
    }
    try {
      return NewsDate.of(
          LocalDate.of(DateNumbers.year(Integer.parseInt(year)), number, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable NewsDate day(Matcher matcher) {
    while (matcher.find()) {
      NewsDate date =
          date(matcher.group(1), matcher.group(2), matcher.group(3), DateStyle.DAY_FIRST);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable Integer month(String text, DateStyle style) {
    return Character.isDigit(text.charAt(0))
        ? Integer.valueOf(text)
        : MonthNames.number(text, style.language());
  }
}
