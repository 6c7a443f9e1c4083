package io.keeling.reader.calendar;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The abbreviations of time zones: those of RFC 822, section 5, and others that news feeds and
 * pages use.
 */
public final class TimeZones {

  /**
   * Hours ahead of or behind UTC. IST is missing: it is as often Indian as Irish or Israeli time.
   */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
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

  /** Abbreviations that mean other offsets elsewhere, or are used both in summer and in winter. */
  private static final Set<String> DOUBTFUL =
      Set.of("AST", "ADT", "CST", "AT", "ET", "CT", "MT", "PT");

  private TimeZones() {}

  /** Returns the offset that an abbreviation most often means, or null if it is not known. */
  public static @Nullable ZoneOffset likely(String abbreviation) {
    Integer hours = HOURS.get(abbreviation);
    return hours == null ? null : ZoneOffset.ofHours(hours);
  }

  /** Returns the offset of an abbreviation that means the same offset everywhere, else null. */
  public static @Nullable ZoneOffset certain(String abbreviation) {
    return DOUBTFUL.contains(abbreviation) ? null : likely(abbreviation);
  }

  /**
   * Reads an offset in numbers.
   *
   * @param hours one or two digits with their sign, as in {@code +5} or {@code -03}
   * @param minutes two digits, null for none
   * @throws DateTimeException if no place on earth has it
   */
  public static ZoneOffset ofNumbers(String hours, @Nullable String minutes) {
    int sign = hours.startsWith("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        Integer.parseInt(hours), minutes == null ? 0 : sign * Integer.parseInt(minutes));
  }
}
