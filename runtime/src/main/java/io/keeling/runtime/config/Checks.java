package io.keeling.runtime.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Checks configuration values. If a value is not allowed, throws an {@link
 * IllegalArgumentException} that names the key and the allowed values.
 */
public final class Checks {

  /** The highest port, a 16-bit number (RFC 9293, section 3.1). */
  public static final int HIGHEST_PORT = 65_535;

  private Checks() {}

  /** Checks that a duration is present and within its bounds (inclusive). */
  public static void between(String key, @Nullable Duration value, Duration least, Duration most) {
    require(
        key,
        value != null && value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        least,
        most,
        value);
  }

  /** Checks that a number is within its bounds (inclusive). */
  public static void between(String key, long value, long least, long most) {
    require(key, value >= least && value <= most, least, most, value);
  }

  /** Checks that a number is within its bounds (inclusive) and not NaN. */
  public static void between(String key, double value, double least, double most) {
    require(key, value >= least && value <= most, least, most, value);
  }

  private static void require(
      String key, boolean holds, Object least, Object most, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be between %s and %s, not %s".formatted(key, least, most, value));
    }
  }
}
