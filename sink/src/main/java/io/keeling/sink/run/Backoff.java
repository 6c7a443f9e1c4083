package io.keeling.sink.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time up to a limit, shortened by up
 * to half at random, so that sinks that failed together do not come back together. Not for sharing
 * between threads.
 */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration current;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.current = first;
  }

  /** The wait before the next attempt. */
  Duration next() {
    long half = current.toMillis() / 2;
    Duration wait = current.minusMillis(half == 0 ? 0 : random.nextLong(half + 1));
    Duration twice = current.multipliedBy(2);
    current = twice.compareTo(longest) > 0 ? longest : twice;
    return wait;
  }

  /** An attempt succeeded. */
  void reset() {
    current = first;
  }
}
