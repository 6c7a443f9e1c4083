package io.keeling.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pause before the next attempt. It doubles up to a limit, and is shortened by a random part of
 * up to half, so that sinks that failed together do not retry together. Not thread-safe.
 */
final class RetryPause {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration current;

  RetryPause(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.current = first;
  }

  Duration next() {
    long half = current.toMillis() / 2;
    Duration wait = current.minusMillis(half == 0 ? 0 : random.nextLong(half + 1));
    Duration twice = current.multipliedBy(2);
    current = twice.compareTo(longest) > 0 ? longest : twice;
    return wait;
  }

  void reset() {
    current = first;
  }
}
