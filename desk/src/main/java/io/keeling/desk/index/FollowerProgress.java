package io.keeling.desk.index;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.health.Activity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the index follower over all its attempts. The follower's thread writes, any
 * thread may read.
 */
final class FollowerProgress {

  private final AtomicLong rounds = new AtomicLong();

  /**
   * Highest offsets read and applied, by partition, so that reading records again does not count as
   * progress.
   */
  private final Map<Integer, Long> read = new HashMap<>();

  private final Map<Integer, Long> applied = new HashMap<>();

  private volatile boolean ended;
  private volatile boolean storeAway;
  private volatile boolean busy;
  private volatile long done;
  private volatile long waiting;
  private volatile @Nullable String problem;

  void round() {
    rounds.incrementAndGet();
  }

  /** Starts over, since a rebuild of the index reads everything again. */
  void anew() {
    read.clear();
    applied.clear();
  }

  void read(List<ConsumerRecord<byte[], byte[]>> records) {
    read(PendingRecords.behind(records));
  }

  private void read(Map<Integer, Long> next) {
    next.forEach((partition, offset) -> read.merge(partition, offset, Math::max));
    count();
  }

  void applied(Map<Integer, Long> next) {
    next.forEach((partition, offset) -> applied.merge(partition, offset, Math::max));
    count();
  }

  private void count() {
    done = sum(read) + sum(applied);
  }

  private static long sum(Map<Integer, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Sets the number of waiting records.
   *
   * @param canGoOn false if all of them wait for the store
   */
  void waits(long records, boolean canGoOn) {
    waiting = records;
    busy = records > 0 && canGoOn;
  }

  /** Sets the current problem, in words; null if there is none. */
  void problem(@Nullable String line) {
    problem = line;
  }

  /** Sets whether the store is down. */
  void storeAway(boolean away) {
    storeAway = away;
  }

  /** Whether nothing can be applied because the store is down. Safe to call from any thread. */
  boolean waitsForStore() {
    return storeAway;
  }

  void end() {
    ended = true;
  }

  /** What the follower is doing now. Safe to call from any thread. */
  List<Activity> activities() {
    String why = problem;
    String at =
        "%s, %d records wait%s"
            .formatted(Topics.ENRICHED.name(), waiting, why == null ? "" : ": " + why);
    return List.of(
        new Activity("the index's thread", !ended, rounds.get(), at),
        new Activity("the search index", !ended && busy, done, at));
  }
}
