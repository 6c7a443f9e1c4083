package io.keeling.ingest;

import java.time.Duration;
import java.util.Objects;

/** Says of a configuration value what is allowed, naming its key. Stateless. */
final class Checks {

  private Checks() {}

  static void between(String key, Duration value, Duration least, Duration most) {
    Objects.requireNonNull(value, key);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be between %s and %s, not %s".formatted(key, least, most, value));
    }
  }

  static void between(String key, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d, not %d".formatted(key, least, most, value));
    }
  }
}
