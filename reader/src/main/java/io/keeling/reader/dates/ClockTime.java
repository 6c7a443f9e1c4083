package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time of day beside a written date, where its zone is given too: RFC 1123, and lines
 * such as "3:28 p.m. EST". A time without a zone is no moment and is left. Stateless; threads may
 * share it.
 */
final class ClockTime {

  /** Zones whose abbreviation means one offset only on news pages; IST and CST do not. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("Z", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("WEST", "+01:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d\\d?)[:.](\\d\\d)(?::(\\d\\d))?\\s?([AaPp]\\.?[Mm]\\.?|Uhr|hrs?)?\\s?\\(?"
              + "(?:([A-Z]{3,4}|Z)(?![A-Za-z+-])|(?:GMT|UTC)?([+-]\\d\\d:?\\d\\d)(?!\\d))");

  private static final int LONGEST = 40;
  private static final int NOON = 12;

  private ClockTime() {}

  /**
   * The date with the time that stands right after or before it, or the date itself.
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
      String offset = matcher.group(6);
      if (offset == null) {
        offset = ZONES.get(matcher.group(5));
      }
      if (offset != null) {
        try {
          return NewsDate.of(OffsetDateTime.of(date.day(), time(matcher), ZoneOffset.of(offset)));
        } catch (DateTimeException e) {
          return date;
        }
      }
    }
    return date;
  }

  private static LocalTime time(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group(1));
    String half = matcher.group(4);
    if (half != null && "apAP".indexOf(half.charAt(0)) >= 0) {
      hour = hour % NOON + (half.toLowerCase(Locale.ROOT).startsWith("p") ? NOON : 0);
    }
    String second = matcher.group(3);
    return LocalTime.of(
        hour, Integer.parseInt(matcher.group(2)), second == null ? 0 : Integer.parseInt(second));
  }
}
