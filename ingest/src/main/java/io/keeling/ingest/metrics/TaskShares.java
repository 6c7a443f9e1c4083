package io.keeling.ingest.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Holds what this process's Streams tasks know, one share per task, so that pages and metrics can
 * read it while the tasks work. Thread-safe.
 *
 * @param <S> what is known of a key
 */
public final class TaskShares<S> {

  private final Map<String, Map<String, S>> shares = new ConcurrentHashMap<>();

  /** Opens the share of a task and drops what it knew before. Called by the task's thread. */
  public Share share(String task) {
    Map<String, S> states = new ConcurrentHashMap<>();
    shares.put(task, states);
    return new Share(task, states);
  }

  /** Returns all entries; a key occurs once for each task that knows it. */
  public Stream<Map.Entry<String, S>> entries() {
    return shares.values().stream().flatMap(share -> share.entrySet().stream());
  }

  /** Removes a key from all shares. */
  public void forget(String key) {
    shares.values().forEach(share -> share.remove(key));
  }

  /** What one task knows. Used by that task's thread only. */
  public final class Share implements AutoCloseable {

    private final String task;
    private final Map<String, S> states;

    private Share(String task, Map<String, S> states) {
      this.task = task;
      this.states = states;
    }

    public void put(String key, S state) {
      states.put(key, state);
    }

    public void remove(String key) {
      states.remove(key);
    }

    /** Ends the share when the task ends in this process. */
    @Override
    @SuppressWarnings("ReferenceEquality") // another task's equal map is not this one
    public void close() {
      shares.computeIfPresent(task, (name, current) -> current == states ? null : current);
    }
  }
}
