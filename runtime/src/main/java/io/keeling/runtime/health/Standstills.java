package io.keeling.runtime.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Measures for how long things have stood at one place, from occasional looks. Not for sharing
 * between threads.
 *
 * @param <K> identifies a thing
 */
final class Standstills<K> {

  private record Since(long position, long nanos) {}

  private final Map<K, Since> standing = new HashMap<>();

  /**
   * Takes in what stands, and where. The time of what moved since the last look restarts, and what
   * no longer stands is forgotten. So is what could not be seen, except what has stood longer than
   * the limit, because nothing says that it moved.
   *
   * @param unseen what could not be looked at
   * @param nanos the time of the look, by {@link System#nanoTime()}
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
   * Takes in a failed look: the time of what has stood for less than the limit restarts, as it may
   * have moved.
   */
  void miss(Duration limit, long nanos) {
    standing.keySet().retainAll(longerThan(limit, nanos).keySet());
  }

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
