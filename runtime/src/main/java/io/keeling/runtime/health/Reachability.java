package io.keeling.runtime.health;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells from a sequence of answers and failures whether a server is there. One failure alone may be
 * a pause of its or ours; two in a row are an outage, which began with the first. It reads no
 * clock. Not for sharing between threads.
 */
final class Reachability {

  /** How many failures in a row are an outage. Chosen: one alone may be a pause. */
  private static final int FAILURES = 2;

  private int failures;
  private long sinceNanos;

  /**
   * Takes in an answer.
   *
   * @return how long the outage was that ends with this; empty if there was none
   */
  Optional<Duration> answered(long nanos) {
    boolean away = away();
    failures = 0;
    return away ? Optional.of(Duration.ofNanos(nanos - sinceNanos)) : Optional.empty();
  }

  /**
   * Takes in that no answer came.
   *
   * @param askedNanos when it was asked
   * @return whether an outage becomes certain with this
   */
  boolean failed(long askedNanos) {
    if (failures == 0) {
      sinceNanos = askedNanos;
    }
    failures = Math.min(failures + 1, FAILURES + 1);
    return failures == FAILURES;
  }

  /** Whether there is an outage. */
  boolean away() {
    return failures >= FAILURES;
  }
}
