package io.keeling.reader.calendar;

/** Completes shortened numbers in dates: two-digit years, and hours of a twelve-hour clock. */
public final class DateNumbers {

  /** Two-digit years below this are of this century (RFC 2822, section 4.3). */
  private static final int CENTURY = 50;

  /** The hour of a clock at noon. */
  private static final int NOON = 12;

  private DateNumbers() {}

  /** Returns the year that two digits mean, or a full year unchanged. */
  public static int year(int year) {
    return year >= 100 ? year : year < CENTURY ? 2000 + year : 1900 + year;
  }

  /** Returns the hour of the day, 0 to 23, of a twelve-hour clock. */
  public static int hour(int ofHalfDay, boolean afternoon) {
    return ofHalfDay % NOON + (afternoon ? NOON : 0);
  }
}
