package io.keeling.search.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where articles without a date stand in a list: after all that have one, and among themselves by
 * when they were first seen. A page that says nothing of its age is not today's news because it was
 * found today.
 */
public final class Undated {

  /**
   * So much earlier they are listed. Chosen: no news is as old (see {@link
   * io.keeling.contract.article.NewsDate#isPlausible}), and a cursor can hold it, which takes years
   * from 1 on.
   */
  private static final long DAYS = 2_000 * 365L;

  private Undated() {}

  /** The moment that one is listed at that was first seen at a moment. */
  public static Instant place(Instant seen) {
    return seen.minus(DAYS, ChronoUnit.DAYS);
  }
}
