package io.keeling.runtime.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Measures how long something has stood at one place, as far as looking at it now and then can
 * tell. Not for sharing between threads.
 *
 * @param <K> what is looked at
 */
final class Standstills<K> {

  private record Since(long position, long nanos) {}

  private final Map<K, Since> standing = new HashMap<>();

  /**
   * Takes what stands, and where. What moved since the last look begins anew, and what does not
   * stand any more is forgotten. So is what could not be looked at, but for what has stood longer
   * than the limit: nobody knows that it could move.
   *
   * @param unseen what could not be looked at
   * @param nanos the time of the look, as {@link System#nanoTime()} tells it
   */
  void look(Map<K, Long> positions, Set<K> unseen, Duration limit, long nanos) {
    Set<K> kept = new HashSet<>(longerThan(limit, nanos).keySet());
    kept.retainAll(unseen);
    kept.addAll(positions.keySet());
    standing.keySet().retainAll(kept);
    positions.forEach(
        (what, position) -> {
          Since since = standing.get(what);
          if (since == null || since.position() != position) {
            standing.put(what, new Since(position, nanos));
          }
        });
  }

  /**
   * Takes in that there was no look: what had stood for less than the limit begins anew, as nobody
   * knows whether it could move.
   */
  void miss(Duration limit, long nanos) {
    standing.keySet().retainAll(longerThan(limit, nanos).keySet());
  }

  /** What has stood for longer than the limit at a time, and for how long. */
  Map<K, Duration> longerThan(Duration limit, long nanos) {
    Map<K, Duration> result = new LinkedHashMap<>();
    standing.forEach(
        (what, since) -> {
          Duration time = Duration.ofNanos(nanos - since.nanos());
          if (time.compareTo(limit) > 0) {
            result.put(what, time);
          }
        });
    return result;
  }
}
