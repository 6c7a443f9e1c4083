package io.keeling.reader.calendar;

/** How people shorten the numbers of dates. */
public final class DateNumbers {

  /** Two digits below it are years of this century, as RFC 2822, section 4.3, has it. */
  private static final int CENTURY = 50;

  /** The hour of a clock at noon. */
  private static final int NOON = 12;

  private DateNumbers() {}

  /** The year that two digits mean; a year that is whole comes back as it is. */
  public static int year(int year) {
    return year >= 100 ? year : year < CENTURY ? 2000 + year : 1900 + year;
  }

  /** The hour of the day, 0 to 23, of a clock with twelve hours. */
  public static int hour(int ofHalfDay, boolean afternoon) {
    return ofHalfDay % NOON + (afternoon ? NOON : 0);
  }
}
