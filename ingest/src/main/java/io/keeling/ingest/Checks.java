package io.keeling.ingest;

import java.time.Duration;
import java.util.Objects;

/** Says of a configuration value what is allowed, naming its key. Stateless. */
final class Checks {

  private Checks() {}

  static void between(String key, Duration value, Duration least, Duration most) {
    Objects.requireNonNull(value, key);
    require(key, value.compareTo(least) >= 0 && value.compareTo(most) <= 0, least, most, value);
  }

  static void between(String key, long value, long least, long most) {
    require(key, value >= least && value <= most, least, most, value);
  }

  /** Not a number lies between nothing. */
  static void between(String key, double value, double least, double most) {
    require(key, value >= least && value <= most, least, most, value);
  }

  private static void require(String key, boolean holds, Object least, Object most, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be between %s and %s, not %s".formatted(key, least, most, value));
    }
  }
}
