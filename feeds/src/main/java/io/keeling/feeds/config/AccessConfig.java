package io.keeling.feeds.config;

import io.keeling.contract.config.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the desk. Immutable and safe to share between threads.
 *
 * @param openReading whether anybody may read without signing in; while it is not set, only where
 *     {@code feeds.bindAddress} is this machine alone. Changes always ask for an account
 * @param sessionIdle how long a session may be idle before it ends; 5 min to 90 d; the default
 *     lasts over a weekend
 * @param sessionLength how long a session lasts at most; 5 min to 365 d; the default is what NIST
 *     SP 800-63B-4 (section 2.1.3) allows where a password is all that is asked
 */
public record AccessConfig(
    @Nullable Boolean openReading, Duration sessionIdle, Duration sessionLength) {

  /** Checks every value. */
  public AccessConfig {
    Checks.between("sessionIdle", sessionIdle, Duration.ofMinutes(5), Duration.ofDays(90));
    Checks.between("sessionLength", sessionLength, Duration.ofMinutes(5), Duration.ofDays(365));
  }

  /** As a desk on one machine has it. */
  public static AccessConfig defaults() {
    return new AccessConfig(null, Duration.ofDays(3), Duration.ofDays(30));
  }

  /** The same, with reading open or not. */
  public AccessConfig withOpenReading(boolean open) {
    return new AccessConfig(open, sessionIdle, sessionLength);
  }
}
