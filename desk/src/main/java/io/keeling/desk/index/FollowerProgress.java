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
 * What a follower is at, over all its attempts, for whoever watches that it goes on. The follower's
 * thread writes, any thread reads.
 */
final class FollowerProgress {

  private final AtomicLong rounds = new AtomicLong();

  /** The furthest that was read and applied, by partition: what is repeated is no progress. */
  private final Map<Integer, Long> read = new HashMap<>();

  private final Map<Integer, Long> applied = new HashMap<>();

  private volatile boolean ended;
  private volatile boolean storeAway;
  private volatile boolean busy;
  private volatile long done;
  private volatile long waiting;
  private volatile @Nullable String problem;

  /** It comes round. */
  void round() {
    rounds.incrementAndGet();
  }

  /** An index is made anew: everything is read again. */
  void anew() {
    read.clear();
    applied.clear();
  }

  /** Records were read. */
  void read(List<ConsumerRecord<byte[], byte[]>> records) {
    read(PendingRecords.behind(records));
  }

  private void read(Map<Integer, Long> next) {
    next.forEach((partition, offset) -> read.merge(partition, offset, Math::max));
    count();
  }

  /** Records were applied, up to offsets by partition. */
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
   * How many records wait.
   *
   * @param canGoOn false where all that is left is for the store to get first
   */
  void waits(long records, boolean canGoOn) {
    waiting = records;
    busy = records > 0 && canGoOn;
  }

  /** What is in the way, for a person; nothing, where null. */
  void problem(@Nullable String line) {
    problem = line;
  }

  /** Whether the store is away. */
  void storeAway(boolean away) {
    storeAway = away;
  }

  /** Whether nothing can be applied because the store is away. Any thread may call it. */
  boolean waitsForStore() {
    return storeAway;
  }

  /** It stops, as it was told to. */
  void end() {
    ended = true;
  }

  /** What it is at, now. Any thread may call it. */
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
