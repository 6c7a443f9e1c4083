package io.keeling.ingest.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The knowledge of this process's Streams tasks, a share for each, for pages and metrics to read
 * while the tasks work. Threads may share it.
 *
 * @param <S> what is known of a key
 */
public final class TaskShares<S> {

  private final Map<String, Map<String, S>> shares = new ConcurrentHashMap<>();

  /** Opens the share of a task and replaces what it knew before. For the task's thread. */
  public Share share(String task) {
    Map<String, S> states = new ConcurrentHashMap<>();
    shares.put(task, states);
    return new Share(task, states);
  }

  /** All entries; a key that several tasks know comes several times. */
  public Stream<Map.Entry<String, S>> entries() {
    return shares.values().stream().flatMap(share -> share.entrySet().stream());
  }

  /** Removes a key from all shares. */
  public void forget(String key) {
    shares.values().forEach(share -> share.remove(key));
  }

  /** The knowledge of one task. For that task's thread. */
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
