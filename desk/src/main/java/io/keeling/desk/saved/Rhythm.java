package io.keeling.desk.saved;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a follower is told. Times of day are of UTC. */
public enum Rhythm {
  /** As soon as something is found. */
  AT_ONCE,
  /** At the full hour. */
  HOURLY,
  /** At six in the morning. */
  DAILY,
  /** On Mondays at six in the morning. */
  WEEKLY;

  /** As it is written in requests and in the database. */
  public String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that a value names, or nothing where it names none. */
  public static Optional<Rhythm> of(String value) {
    return Arrays.stream(values()).filter(rhythm -> rhythm.value().equals(value)).findFirst();
  }
}
