package io.keeling.sink;

import java.time.Duration;

/** Checks that values of the configuration are within bounds. Stateless; threads may share it. */
final class Limits {

  private Limits() {}

  static void require(String key, Duration value, Duration least, Duration most) {
    if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, must be from %s to %s".formatted(key, value, least, most));
    }
  }

  static void require(String key, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d, must be from %d to %d".formatted(key, value, least, most));
    }
  }
}
