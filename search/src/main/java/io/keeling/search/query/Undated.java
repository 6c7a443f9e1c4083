package io.keeling.search.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The position of articles without a date in a list: after all that have one, and among themselves
 * by when they were first seen. A page without a date is not today's news just because it was found
 * today.
 */
public final class Undated {

  /**
   * Number of days that undated articles are listed before the day they were first seen: enough to
   * come before any news, but in years that a cursor can hold.
   */
  private static final long DAYS = 2_000 * 365L;

  private Undated() {}

  /** The position of an undated article that was first seen at this moment. */
  public static Instant place(Instant seen) {
    return seen.minus(DAYS, ChronoUnit.DAYS);
  }
}
