package io.keeling.runtime.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a stream thread commits. A thread is idle if its last wait brought no records and
 * none are left. It then commits at once, but no sooner than one interval after its last commit. A
 * thread that always has work commits at Streams' own interval, {@link #longest}. That is cheaper,
 * as the cost of a commit depends on the number of partitions, not of records, and nobody waits for
 * a single record of a backlog. For one thread.
 */
final class CommitPace {

  /**
   * Number of intervals after which a busy thread commits.
   * docs/studies/where-the-chain-spends-its-time.md has the effect.
   */
  private static final int BACKLOG = 5;

  /** Longest time between commits of a busy thread: a tenth of Kafka's limit for a transaction. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private static final ThreadLocal<CommitPace> OF_THREAD =
      ThreadLocal.withInitial(() -> new CommitPace(System.nanoTime()));

  private @Nullable ProcessingContext working;
  private boolean open;
  private boolean rested;
  private long committed;

  CommitPace(long nanos) {
    committed = nanos;
  }

  /** Returns the pace of the calling thread. */
  static CommitPace ofThread() {
    return OF_THREAD.get();
  }

  /**
   * Returns the commit interval of busy threads, for Streams' settings, computed from the interval
   * of idle threads.
   */
  static Duration longest(Duration interval) {
    Duration more = interval.multipliedBy(BACKLOG);
    Duration bounded = more.compareTo(LONGEST) < 0 ? more : LONGEST;
    return bounded.compareTo(interval) < 0 ? interval : bounded;
  }

  /**
   * Remembers the task of the current record, which can be asked to commit until the next record
   * begins.
   */
  void working(ProcessingContext context) {
    working = context;
  }

  void begun() {
    open = true;
    rested = false;
  }

  /**
   * Records the end of the transaction. Its tasks may now move to other threads.
   *
   * @param nanos now, by {@link System#nanoTime}
   */
  void ended(long nanos) {
    open = false;
    working = null;
    committed = nanos;
  }

  /** Whether there are uncommitted writes. */
  boolean isOpen() {
    return open;
  }

  /**
   * Records the end of a wait for records, and requests a commit if one is due.
   *
   * @param rests whether the thread is idle: the wait brought no records and none are left
   * @param nanos now, by {@link System#nanoTime}
   */
  void polled(boolean rests, long nanos, Duration interval) {
    rested |= rests;
    if (open && rested && working != null && nanos - committed >= interval.toNanos()) {
      working.commit();
    }
  }
}
