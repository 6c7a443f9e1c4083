package io.keeling.ingest.health;

import java.time.Duration;

/** Writes lengths of time as a person would say them. Stateless. */
final class Lengths {

  private Lengths() {}

  /** Such as {@code 3 days}, {@code 5 hours}, {@code 20 minutes}; the largest unit, rounded. */
  static String of(Duration length) {
    long minutes = Math.round(length.toSeconds() / 60.0);
    if (minutes < 90) {
      return count(minutes, "minute");
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? count(hours, "hour") : count(Math.round(hours / 24.0), "day");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
