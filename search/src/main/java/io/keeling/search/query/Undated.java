package io.keeling.search.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where articles without a date stand in a list: after all that have one, and among themselves by
 * when they were first seen. A page that says nothing of its age is not today's news because it was
 * found today.
 */
public final class Undated {

  /** How much earlier they are listed: before any news, in years that a cursor can hold. */
  private static final long DAYS = 2_000 * 365L;

  private Undated() {}

  /** Where an undated article is listed, from when it was first seen. */
  public static Instant place(Instant seen) {
    return seen.minus(DAYS, ChronoUnit.DAYS);
  }
}
