package io.keeling.ingest.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the tasks of a topology that are worked in this process know, each its share, for pages and
 * metrics to look at while they work. Threads may share it.
 *
 * @param <S> what is known of a key
 */
public final class TaskShares<S> {

  private final Map<String, Map<String, S>> shares = new ConcurrentHashMap<>();

  /** The share of a task; what it knew before is gone. For the task's thread. */
  public Share share(String task) {
    Map<String, S> states = new ConcurrentHashMap<>();
    shares.put(task, states);
    return new Share(task, states);
  }

  /** What is known by key; of a key that several tasks know, each time. */
  public Stream<Map.Entry<String, S>> entries() {
    return shares.values().stream().flatMap(share -> share.entrySet().stream());
  }

  /** Nobody knows a key any more. */
  public void forget(String key) {
    shares.values().forEach(share -> share.remove(key));
  }

  /** What one task knows. For that task's thread. */
  public final class Share implements AutoCloseable {

    private final String task;
    private final Map<String, S> states;

    private Share(String task, Map<String, S> states) {
      this.task = task;
      this.states = states;
    }

    /** A key is new or has changed. */
    public void put(String key, S state) {
      states.put(key, state);
    }

    /** A key has gone. */
    public void remove(String key) {
      states.remove(key);
    }

    /** The task has ended here; whoever goes on with it tells its own board. */
    @Override
    @SuppressWarnings("ReferenceEquality") // another task's equal map is not this one
    public void close() {
      shares.computeIfPresent(task, (name, current) -> current == states ? null : current);
    }
  }
}
