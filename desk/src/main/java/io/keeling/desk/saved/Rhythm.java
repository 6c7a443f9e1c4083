package io.keeling.desk.saved;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often alerts are sent. Times of day are in UTC. */
public enum Rhythm {
  /** At once. */
  AT_ONCE,
  /** On the hour. */
  HOURLY,
  /** At six every morning. */
  DAILY,
  /** At six on Monday morning. */
  WEEKLY;

  /** The name in requests and in the database. */
  public String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rhythm with this value; empty if there is none. */
  public static Optional<Rhythm> of(String value) {
    return Arrays.stream(values()).filter(rhythm -> rhythm.value().equals(value)).findFirst();
  }
}
