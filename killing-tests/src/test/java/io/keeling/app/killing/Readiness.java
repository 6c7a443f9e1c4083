package io.keeling.app.killing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks every role again and again whether it is ready, and keeps how long each was not without a
 * break. Threads may share it.
 */
final class Readiness implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final RunningCluster cluster;
  private final Map<String, Long> unreadySince = new HashMap<>();
  private final Map<String, Duration> longest = new TreeMap<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  private Readiness(RunningCluster cluster) {
    this.cluster = cluster;
  }

  static Readiness watch(RunningCluster cluster) {
    Readiness result = new Readiness(cluster);
    var unused =
        result.thread.scheduleWithFixedDelay(
            result::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return result;
  }

  private void look() {
    cluster.roles().forEach(role -> took(role.name(), cluster.ready(role.name())));
  }

  private synchronized void took(String role, boolean ready) {
    long now = System.nanoTime();
    long since = unreadySince.computeIfAbsent(role, name -> now);
    longest.merge(
        role,
        Duration.ofNanos(now - since),
        (one, other) -> one.compareTo(other) > 0 ? one : other);
    if (ready) {
      unreadySince.remove(role);
    }
  }

  /** The longest time without a break that each role was not ready, by its name. */
  synchronized Map<String, Duration> longestUnready() {
    return new TreeMap<>(longest);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
