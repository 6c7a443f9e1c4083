package io.keeling.runtime.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a stream thread commits. A thread at rest, which waited for records, got none and
 * has none left, commits at once, but not sooner than an interval after its last commit. A thread
 * that always has more to do commits as late as Streams' own interval says, which is {@link
 * #longest}. The cost of commits depends on their number and that of partitions, not on that of
 * records, and nobody waits for a single record of a backlog. For one thread.
 */
final class CommitPace {

  /**
   * Intervals that a busy thread goes without a commit;
   * docs/studies/where-the-chain-spends-its-time.md has what it brings.
   */
  private static final int BACKLOG = 5;

  /** Longest time between commits of a busy thread: a tenth of what Kafka allows. */
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

  /** The pace of the calling thread. */
  static CommitPace ofThread() {
    return OF_THREAD.get();
  }

  /** The interval for Streams' settings, given ours. */
  static Duration longest(Duration interval) {
    Duration more = interval.multipliedBy(BACKLOG);
    Duration bounded = more.compareTo(LONGEST) < 0 ? more : LONGEST;
    return bounded.compareTo(interval) < 0 ? interval : bounded;
  }

  /** Notes the task that works on a record; it can be asked to commit until the next one. */
  void working(ProcessingContext context) {
    working = context;
  }

  void begun() {
    open = true;
    rested = false;
  }

  /**
   * Notes the end of the transaction. Its tasks may move to other threads now.
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
   * Notes the end of a wait for records; asks for a commit if one is due.
   *
   * @param rests whether it brought nothing, and no records are left behind
   * @param nanos now, by {@link System#nanoTime}
   */
  void polled(boolean rests, long nanos, Duration interval) {
    rested |= rests;
    if (open && rested && working != null && nanos - committed >= interval.toNanos()) {
      working.commit();
    }
  }
}
