package io.keeling.desk.saved.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between attempts to send a message. Immutable; threads may share it.
 *
 * @param first the pause after the first attempt; each further pause is {@link #GROWTH} times as
 *     long
 */
record Retries(Duration first) {

  /**
   * Attempts of one message: with a first pause of 5 s they span some 27 hours, so a receiver may
   * be away for a day.
   */
  static final int MOST = 8;

  private static final int GROWTH = 5;

  /** Spreads retries by a tenth, so that they do not come all at once. */
  private static final double JITTER = 0.1;

  /** The pause after some attempts; empty after the last. */
  Optional<Duration> after(int attempts) {
    if (attempts >= MOST) {
      return Optional.empty();
    }
    double millis = first.toMillis() * Math.pow(GROWTH, Math.max(0, attempts - 1));
    double spread = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    return Optional.of(Duration.ofMillis(Math.round(millis * spread)));
  }
}
