package io.keeling.ingest.frontier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When to check each host again. Held in memory and rebuilt from the stores at each start, so that
 * no tick has to visit every host. Not thread-safe.
 */
final class Agenda {

  private final Map<String, Long> wakes = new HashMap<>();
  private final TreeMap<Long, TreeSet<String>> byTime = new TreeMap<>();

  /** Sets the time to check a host; null removes the host. */
  void set(String host, @Nullable Long millis) {
    Long before = millis == null ? wakes.remove(host) : wakes.put(host, millis);
    if (before != null) {
      TreeSet<String> hosts = Objects.requireNonNull(byTime.get(before));
      hosts.remove(host);
      if (hosts.isEmpty()) {
        byTime.remove(before);
      }
    }
    if (millis != null) {
      byTime.computeIfAbsent(millis, m -> new TreeSet<>()).add(host);
    }
  }

  /** Moves a host to an earlier time, or adds it. */
  void atLatest(String host, long millis) {
    Long before = wakes.get(host);
    if (before == null || before > millis) {
      set(host, millis);
    }
  }

  List<String> due(long now) {
    List<String> due = new ArrayList<>();
    byTime.headMap(now, true).values().forEach(due::addAll);
    return due;
  }
}
