package io.keeling.contract.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date as given by news pages: a day, and often a time with its offset. In JSON it is one string,
 * an RFC 3339 {@code full-date} ({@code 2026-11-24}) or {@code date-time} ({@code
 * 2026-11-24T09:30:00+01:00}), whose first ten characters are always the day in the writer's own
 * time zone.
 *
 * @param day the calendar day in the writer's time zone
 * @param time the moment, if the page gives one
 */
public record NewsDate(LocalDate day, @Nullable OffsetDateTime time) {

  /** The first plausible day: pages have no earlier dates, even if their texts are older. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private static final int FULL_DATE_LENGTH = "2026-11-24".length();

  private static final int LAST_YEAR = 9999;

  private static final int SECONDS_PER_MINUTE = 60;

  /**
   * @throws DateTimeException if the year does not have four digits, or the offset has seconds,
   *     which RFC 3339 cannot express
   * @throws IllegalArgumentException if the time is on another day
   */
  public NewsDate {
    Objects.requireNonNull(day, "day");
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
      throw new DateTimeException("year " + day.getYear() + " is not between 0 and " + LAST_YEAR);
    }
    if (time != null && time.getOffset().getTotalSeconds() % SECONDS_PER_MINUTE != 0) {
      throw new DateTimeException("offset " + time.getOffset() + " is not of whole minutes");
    }
    if (time != null && !time.toLocalDate().equals(day)) {
      throw new IllegalArgumentException("time " + time + " is not on day " + day);
    }
  }

  public static NewsDate of(LocalDate day) {
    return new NewsDate(day, null);
  }

  /** Returns a date with its time, on the day in the time's own offset. */
  public static NewsDate of(OffsetDateTime time) {
    return new NewsDate(time.toLocalDate(), time);
  }

  /**
   * Parses the JSON form. A {@code date-time} may omit its seconds.
   *
   * @throws DateTimeException if the text is neither a {@code full-date} nor a {@code date-time}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static NewsDate parse(String text) {
    return text.length() == FULL_DATE_LENGTH
        ? of(LocalDate.parse(text))
        : of(OffsetDateTime.parse(text));
  }

  /**
   * Whether a page can have been published or changed on a day: from 1900 to the day after its
   * fetch (UTC). That day is included because days begin earlier in the east and clocks may be
   * wrong by hours.
   */
  public static boolean isPlausible(LocalDate day, Instant fetchedAt) {
    return !day.isBefore(EARLIEST) && !day.isAfter(day(fetchedAt).plusDays(1));
  }

  public static @Nullable NewsDate plausible(@Nullable NewsDate date, Instant fetchedAt) {
    return date != null && isPlausible(date.day, fetchedAt) ? date : null;
  }

  /**
   * Returns the moment if its day (UTC) {@link #isPlausible(LocalDate, Instant) is plausible},
   * otherwise null.
   */
  public static @Nullable Instant plausible(@Nullable Instant moment, Instant fetchedAt) {
    return moment != null && isPlausible(day(moment), fetchedAt) ? moment : null;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /**
   * Returns the moment to sort by. A day without a time counts as noon in UTC, which minimises the
   * largest possible error.
   */
  public Instant instant() {
    return time != null ? time.toInstant() : day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** Returns the JSON form. A {@code date-time} always has its seconds, as RFC 3339 requires. */
  @JsonValue
  @Override
  public String toString() {
    return time != null ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) : day.toString();
  }
}
