package io.keeling.ingest.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last values of one part of a source's yield, and its usual value. A value is a percentage, 0
 * or 100, or 100 times the natural logarithm of a length.
 *
 * <p>The part is lost when the last {@value #WINDOW} values average half of the usual value or
 * less, and at least four standard errors below it. By chance, this happens once in ten thousand
 * times. The usual value is the fading average of at least {@value #LEAST} earlier values. It does
 * not change while the part is lost; after a week the new values become the usual ones.
 *
 * @param last the newest values, the oldest first; {@value #WINDOW} at most
 * @param count number of values that the usual value was learned from; {@value #MEMORY} at most
 * @param usual the usual value, an average to which each new value adds with a weight of 1 / {@code
 *     count}
 * @param variance variance of the values around the usual value, weighted in the same way
 * @param lostSince since when the part is lost; null while it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trend(
    List<Integer> last, int count, double usual, double variance, @Nullable Instant lostSince) {

  /**
   * Number of last values averaged. A total loss is noticed after 16 values, too many to occur by
   * chance.
   */
  static final int WINDOW = 32;

  /**
   * Minimum number of earlier values from which the usual value is learned: as many as the last
   * values that are compared with it.
   */
  static final int LEAST = 32;

  /** Maximum number of values from which the usual value is learned: a few days of a newspaper. */
  static final int MEMORY = 200;

  /**
   * How far the average of the last values must be below the usual value, in standard errors.
   * Chance reaches this once in ten thousand times.
   */
  private static final double DEVIATIONS = 4;

  /** How long a loss is reported: as long as an operator may be absent. */
  private static final Duration REPORTED = Duration.ofDays(7);

  static final Trend NONE = new Trend(List.of(), 0, 0, 0, null);

  Trend {
    last = List.copyOf(last);
  }

  Trend with(YieldPart part, int value, Instant now) {
    List<Integer> newest = new ArrayList<>(last);
    newest.add(value);
    Trend next = new Trend(newest, count, usual, variance, lostSince);
    if (newest.size() > WINDOW) {
      int oldest = newest.remove(0);
      next = new Trend(newest, count, usual, variance, lostSince);
      next = lostSince == null ? next.learned(oldest) : next;
    }
    if (!next.isLost(part)) {
      return next.lost(null);
    }
    Instant since = lostSince == null ? now : lostSince;
    return now.isAfter(since.plus(REPORTED)) ? next.takenAsUsual() : next.lost(since);
  }

  private Trend learned(int value) {
    int known = Math.min(count + 1, MEMORY);
    double weight = 1.0 / known;
    double off = value - usual;
    return new Trend(
        last,
        known,
        usual + weight * off,
        (1 - weight) * (variance + weight * off * off),
        lostSince);
  }

  private Trend lost(@Nullable Instant since) {
    return new Trend(last, count, usual, variance, since);
  }

  private Trend takenAsUsual() {
    Trend anew = new Trend(last, 0, 0, 0, null);
    for (int value : last) {
      anew = anew.learned(value);
    }
    return anew;
  }

  private boolean isLost(YieldPart part) {
    if (count < LEAST || last.size() < WINDOW) {
      return false;
    }
    double average = average();
    return average < usual
        && average <= part.half(usual)
        && usual - average >= DEVIATIONS * Math.sqrt(variance / WINDOW);
  }

  /** Returns the average of the last values; 0 if there are none. */
  double average() {
    return last.stream().mapToInt(value -> value).average().orElse(0);
  }
}
