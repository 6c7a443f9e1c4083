package io.keeling.runtime.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * When a stream thread commits: as soon as it has come to rest, that is, waited in vain for records
 * of which none are left behind, but not before an interval after its last commit; while it always
 * has more to do, as late as Streams' own interval says, which is {@link #longest}. What commits
 * cost goes with their number and with that of partitions, not with that of records, and nobody
 * waits for the one record of a backlog. For one thread.
 */
final class CommitPace {

  /**
   * How many intervals a thread that never rests goes without a commit. Chosen:
   * docs/studies/where-the-chain-spends-its-time.md has what it brings.
   */
  private static final int BACKLOG = 5;

  /** No transaction is kept open longer for a backlog. Chosen: a tenth of what Kafka allows. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private static final ThreadLocal<CommitPace> OF_THREAD =
      ThreadLocal.withInitial(() -> new CommitPace(System.nanoTime()));

  private @Nullable ProcessingContext working;
  private boolean open;
  private boolean rested;
  private long committed;

  /**
   * @param nanos now, by {@link System#nanoTime}
   */
  CommitPace(long nanos) {
    committed = nanos;
  }

  /** The pace of the thread that asks. */
  static CommitPace ofThread() {
    return OF_THREAD.get();
  }

  /** What Streams has to be told as its interval, where this is ours. */
  static Duration longest(Duration interval) {
    Duration more = interval.multipliedBy(BACKLOG);
    Duration bounded = more.compareTo(LONGEST) < 0 ? more : LONGEST;
    return bounded.compareTo(interval) < 0 ? interval : bounded;
  }

  /** A task begins a record; it can be asked for a commit until the next one. */
  void working(ProcessingContext context) {
    working = context;
  }

  /** A transaction began. */
  void begun() {
    open = true;
    rested = false;
  }

  /**
   * The transaction came to its end. Its tasks may go to other threads now.
   *
   * @param nanos now, by {@link System#nanoTime}
   */
  void ended(long nanos) {
    open = false;
    working = null;
    committed = nanos;
  }

  /** Whether something is written that is not committed. */
  boolean isOpen() {
    return open;
  }

  /**
   * A wait for records ended. Asks for a commit if one is due.
   *
   * @param rests whether it was in vain, and no records are left behind
   * @param nanos now, by {@link System#nanoTime}
   */
  void polled(boolean rests, long nanos, Duration interval) {
    rested |= rests;
    if (open && rested && working != null && nanos - committed >= interval.toNanos()) {
      working.commit();
    }
  }
}
