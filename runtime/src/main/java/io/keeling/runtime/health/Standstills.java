package io.keeling.runtime.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Measures how long positions have not moved, from occasional checks. Not for sharing between
 * threads.
 *
 * @param <K> identifies a position, such as a partition
 */
final class Standstills<K> {

  private record Since(long position, long nanos) {}

  private final Map<K, Since> standing = new HashMap<>();

  /**
   * Adds a check. The time restarts for each position that moved since the last check. Positions
   * that are no longer held back are forgotten. Positions that could not be checked are also
   * forgotten, unless they have already stood still for longer than the limit: nothing shows that
   * those have moved.
   *
   * @param unseen keys that could not be checked
   * @param nanos time of the check, by {@link System#nanoTime()}
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
   * Adds a failed check. The time restarts for positions that have stood still for less than the
   * limit, as they may have moved.
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
