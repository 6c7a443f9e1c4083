package io.keeling.ingest.health;

import java.time.Duration;

/** Writes durations in words. */
final class DurationText {

  private DurationText() {}

  /**
   * Returns the duration in its largest unit, rounded, such as {@code 3 days} or {@code 40
   * seconds}. Less than a second counts as one, because "0 seconds ago" tells a reader nothing.
   */
  static String of(Duration length) {
    if (length.toSeconds() < 60) {
      return count(Math.max(1, length.toSeconds()), "second");
    }
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
