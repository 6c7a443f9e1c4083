package io.keeling.search.budget;

import io.keeling.search.budget.SearchRefusedException.Reason;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The processor time that one request may take to query the index and to read and mark the results,
 * summed over all threads that work for it. Anything else, such as waiting for the database, does
 * not count. Threads may share it.
 *
 * <p>A thread has the budget of the request that it works for; a thread without one has no limit.
 * Between {@link #question} and its end the thread's time is taken from the budget, provided that
 * {@link #check} is called now and then. A request that has used {@link #SHORT} waits for its turn
 * before it continues.
 */
public final class Budget {

  /**
   * Processor time that a request may use without a turn, in nanoseconds. Most pages take less
   * (docs/studies/search-at-a-million.md).
   */
  private static final long SHORT = Duration.ofMillis(100).toNanos();

  /**
   * Interval at which a thread's processor time is read, in nanoseconds. Reading it more often is
   * costly, because that is a system call.
   */
  private static final long OFTEN = Duration.ofMillis(1).toNanos();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<@Nullable Budget> OF_THREAD = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable Work> AT_WORK = new ThreadLocal<>();

  private final long most;
  private final Turns turns;
  private final Consumer<Reason> refused;
  private final AtomicLong spent = new AtomicLong();
  private final AtomicBoolean told = new AtomicBoolean();

  Budget(Duration most, Turns turns, Consumer<Reason> refused) {
    this.most = most.toNanos();
    this.turns = turns;
    this.refused = refused;
  }

  /** Assigns this thread to a request's budget, or to none. */
  static void ofThread(@Nullable Budget budget) {
    if (budget == null) {
      OF_THREAD.remove();
    } else {
      OF_THREAD.set(budget);
    }
  }

  /** A question to the index, while it is answered. */
  public interface Question extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Charges this thread's time to its budget until the question is closed; refuses if nothing is
   * left.
   */
  public static Question question() {
    if (AT_WORK.get() != null) {
      check(); // a question within another is the same work
      return () -> {};
    }
    Budget budget = OF_THREAD.get();
    return budget == null ? () -> {} : budget.work(true);
  }

  /** Resets the time used by the request, before work that has a limit of its own. */
  public static void renew() {
    Budget budget = OF_THREAD.get();
    if (budget != null) {
      budget.spent.set(0);
    }
  }

  /** Charges the time used so far; refuses if the budget is spent, or no turn becomes free. */
  public static void check() {
    Work work = AT_WORK.get();
    if (work != null) {
      work.check();
    }
  }

  /** Waits for a turn, before work that takes long. */
  public static void takesLong() {
    Work work = AT_WORK.get();
    if (work != null) {
      work.waitForTurn();
    }
  }

  /** Gives up the turn while this thread waits for another thread. */
  public static void pause() {
    Work work = AT_WORK.get();
    if (work != null) {
      work.endTurn();
    }
  }

  /** Makes a task charge this thread's request when it runs on another thread. */
  public static Runnable carried(Runnable part) {
    Budget budget = OF_THREAD.get();
    return () -> {
      Budget before = OF_THREAD.get();
      ofThread(budget);
      try {
        part.run();
      } finally {
        ofThread(before);
      }
    };
  }

  /** Makes a part of a question charge the same request when it runs on another thread. */
  public static Runnable carriedWork(Runnable piece) {
    Work work = AT_WORK.get();
    if (work == null) {
      return piece;
    }
    return () -> {
      if (AT_WORK.get() != null) {
        piece.run(); // no helper was free, so the asking thread runs it
        return;
      }
      try (Question question = work.budget().work(false)) {
        piece.run();
      }
    };
  }

  private Work work(boolean waits) {
    Work work = new Work(waits);
    AT_WORK.set(work);
    try {
      work.charge();
    } catch (SearchRefusedException e) {
      work.close();
      throw e;
    }
    return work;
  }

  private SearchRefusedException refuse(SearchRefusedException refusal) {
    if (told.compareAndSet(false, true)) {
      refused.accept(refusal.reason());
    }
    return refusal;
  }

  /** A thread's work on a question. For that thread. */
  private final class Work implements Question {

    /** Only the asking thread waits for turns: helper threads are few, and others need them. */
    private final boolean waits;

    private long readAt = System.nanoTime();
    private long read = THREADS.getCurrentThreadCpuTime();
    private boolean turn;

    Work(boolean waits) {
      this.waits = waits;
    }

    Budget budget() {
      return Budget.this;
    }

    void check() {
      if (System.nanoTime() - readAt >= OFTEN) {
        charge();
      }
    }

    void charge() {
      long taken = take();
      if (taken > most) {
        throw refuse(new SearchRefusedException(Reason.SPENT));
      }
      if (taken > SHORT) {
        waitForTurn();
      }
    }

    void waitForTurn() {
      if (waits && !turn) {
        try {
          turns.take();
          turn = true;
        } catch (SearchRefusedException e) {
          throw refuse(e);
        }
      }
    }

    private long take() {
      long now = THREADS.getCurrentThreadCpuTime();
      long taken = spent.addAndGet(now - read);
      read = now;
      readAt = System.nanoTime();
      return taken;
    }

    void endTurn() {
      if (turn) {
        turn = false;
        turns.end();
      }
    }

    @Override
    public void close() {
      AT_WORK.remove();
      endTurn();
      take();
    }
  }
}
