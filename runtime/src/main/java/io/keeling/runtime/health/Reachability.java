package io.keeling.runtime.health;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides from a sequence of answers and failures whether a server is reachable. One failure may be
 * a pause; two in a row are an outage that began with the first. Reads no clock. Not for sharing
 * between threads.
 */
final class Reachability {

  /** Number of failures in a row that are an outage; a single one may be a pause. */
  private static final int FAILURES = 2;

  private int failures;
  private long sinceNanos;

  /**
   * Records an answer.
   *
   * @return the length of the outage that ends with this answer; empty if there was none
   */
  Optional<Duration> answered(long nanos) {
    boolean away = away();
    failures = 0;
    return away ? Optional.of(Duration.ofNanos(nanos - sinceNanos)) : Optional.empty();
  }

  /**
   * Records a failure.
   *
   * @param askedNanos when the server was asked
   * @return whether this failure is the one that makes an outage certain
   */
  boolean failed(long askedNanos) {
    if (failures == 0) {
      sinceNanos = askedNanos;
    }
    failures = Math.min(failures + 1, FAILURES + 1);
    return failures == FAILURES;
  }

  boolean away() {
    return failures >= FAILURES;
  }
}
