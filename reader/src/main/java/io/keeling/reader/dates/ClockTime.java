package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.calendar.DateNumbers;
import io.keeling.reader.calendar.TimeZones;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time of day beside a written date if its zone is given too: RFC 1123, and lines such as
 * "3:28 p.m. EST". A time without a zone, or with an ambiguous one, is ignored.
 */
final class ClockTime {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d\\d?)[:.](\\d\\d)(?::(\\d\\d))?\\s?([AaPp]\\.?[Mm]\\.?|Uhr|hrs?)?\\s?\\(?"
              + "(?:([A-Z]{3,4}|Z)(?![A-Za-z+-])|((?:GMT|UTC)?)([+-]\\d\\d):?(\\d\\d)(?!\\d))");

  /** Greatest distance between a date and its time, in UTF-16 code units. */
  private static final int LONGEST = 40;

  private ClockTime() {}

  /**
   * Returns the date with the time right after or before it, or the date alone.
   *
   * @param from where the words that belong to the date begin
   * @param to where they end
   */
  static NewsDate beside(DateText.Found found, String text, int from, int to) {
    NewsDate date =
        at(found.date(), text.substring(found.end(), Math.min(to, found.end() + LONGEST)));
    return date.time() != null
        ? date
        : at(found.date(), text.substring(Math.max(from, found.start() - LONGEST), found.start()));
  }

  private static NewsDate at(NewsDate date, String text) {
    if (text.indexOf(':') < 0 && text.indexOf('.') < 0) {
      return date;
    }
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      try {
        ZoneOffset offset =
            matcher.group(7) == null
                ? TimeZones.certain(matcher.group(5))
                : TimeZones.ofNumbers(matcher.group(7), matcher.group(8));
        if (offset != null && !isSpan(matcher, text)) {
          return NewsDate.of(OffsetDateTime.of(date.day(), time(matcher), offset));
        }
      } catch (DateTimeException e) {
        return date;
      }
    }
    return date;
  }

  /** Whether two times are a span ("10:00-11:30") of an event, and not a time and its zone. */
  private static boolean isSpan(Matcher matcher, String text) {
    return matcher.group(7) != null
        && matcher.group(7).charAt(0) == '-'
        && matcher.group(6).isEmpty()
        && text.charAt(matcher.start(7) - 1) != ' '
        && text.charAt(matcher.end(7)) == ':';
  }

  private static LocalTime time(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group(1));
    String half = matcher.group(4);
    if (half != null && "apAP".indexOf(half.charAt(0)) >= 0) {
      hour = DateNumbers.hour(hour, half.toLowerCase(Locale.ROOT).startsWith("p"));
    }
    String second = matcher.group(3);
    return LocalTime.of(
        hour, Integer.parseInt(matcher.group(2)), second == null ? 0 : Integer.parseInt(second));
  }
}
