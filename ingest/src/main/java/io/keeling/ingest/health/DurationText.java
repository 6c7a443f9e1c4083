package io.keeling.ingest.health;

import java.time.Duration;

/** Writes lengths of time as a person would say them. */
final class DurationText {

  private DurationText() {}

  /**
   * A length of time in words, such as {@code 3 days}, {@code 5 hours}, {@code 20 minutes}, {@code
   * 40 seconds}; the largest unit, rounded. What is shorter than a second is called one, because
   * "within 0 seconds" and "0 seconds ago" tell nobody anything.
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
