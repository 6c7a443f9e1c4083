package io.keeling.runtime.deadline;

import io.keeling.runtime.streams.UnusableRecordException;
import io.keeling.runtime.thread.Threads;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on records on a thread of its own, for which the caller waits no longer than the deadline.
 * The work must be a pure function of the record and the tool: abandoned work may still run beside
 * its successor. For one thread.
 *
 * <p>The thread is the same for all records until one takes too long. Handing work over costs some
 * 10 µs of processor time, a thousandth of what tagging takes.
 *
 * @param <T> what the work needs and no other thread may use
 */
public final class RecordWorker<T> implements AutoCloseable {

  /**
   * How often the caller checks the time that the work has taken; usual work is done before the
   * first check.
   */
  static final Duration CHECK_INTERVAL = Duration.ofMillis(200);

  /**
   * How many deadlines pass, by the clock, before a thread that is blocked or gets no processor is
   * abandoned: four minutes at most, as the deadline is one at most and Kafka waits five for the
   * next poll ({@code max.poll.interval.ms}).
   */
  static final int CLOCK_FACTOR = 4;

  /** Seconds after which an idle thread ends; the next work starts another. */
  private static final int KEEP_ALIVE = 30;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final RecordDeadline deadline;
  private final Supplier<T> tools;
  private @Nullable ExecutorService executor;
  private @Nullable T tool;

  RecordWorker(RecordDeadline deadline, Supplier<T> tools) {
    this.deadline = deadline;
    this.tools = tools;
  }

  /**
   * Works on one record; what the work throws is thrown unchanged, except a stack overflow.
   *
   * @param place where the record is; null for what cannot come again by itself
   * @throws TookTooLongException if it takes longer than the deadline, or did before
   * @throws UnusableRecordException if it overflows the stack
   * @throws IllegalStateException if the calling thread is interrupted
   */
  public <R> R run(@Nullable RecordPlace place, Function<T, R> work) {
    deadline.slow().require(place);
    if (executor == null) {
      executor = executor();
      tool = tools.get();
    }
    T current = tool;
    Attempt<R> attempt = new Attempt<>(() -> work.apply(current), deadline);
    try {
      return await(executor.submit(attempt::run), place, attempt);
    } finally {
      if (attempt.ended) {
        deadline.slow().finished(place, attempt.taken);
      }
    }
  }

  private <R> R await(Future<R> future, @Nullable RecordPlace place, Attempt<R> attempt) {
    // Counted in checks, not by the clock: a process that was stopped has not waited.
    long patience = CLOCK_FACTOR * deadline.limit().toNanos() / CHECK_INTERVAL.toNanos();
    while (true) {
      try {
        return future.get(CHECK_INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        patience--;
        Duration limit = deadline.limit();
        if (attempt.nanos() >= limit.toNanos()) {
          throw giveUp(place, attempt, "took longer than " + seconds(limit) + " of a processor");
        }
        if (patience <= 0) {
          throw giveUp(
              place, attempt, "came to no end within " + seconds(limit.multipliedBy(CLOCK_FACTOR)));
        }
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof StackOverflowError) {
          // An error would end the stream thread, whose successor would meet the same record.
          throw new UnusableRecordException("failed", "the work on it went too deep");
        }
        Throwable cause = e.getCause();
        throw RecordWorker.<RuntimeException>asItIs(cause == null ? e : cause);
      }
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  /** Work throws no checked exception, so neither does this. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E asItIs(Throwable failure) throws E {
    throw (E) failure;
  }

  private TookTooLongException giveUp(@Nullable RecordPlace place, Attempt<?> attempt, String why) {
    Thread thread = attempt.thread;
    deadline.slow().givenUp(place);
    TookTooLongException failure =
        thread == null ? new TookTooLongException(why) : deadline.abandon(place, thread, why);
    close();
    return failure;
  }

  private static ExecutorService executor() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            KEEP_ALIVE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> Threads.daemon("keeling-record-" + NUMBER.incrementAndGet(), work));
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** Ends the thread; work under way is interrupted. */
  @Override
  public void close() {
    if (executor != null) {
      executor.shutdownNow();
    }
    executor = null;
    tool = null;
  }

  private static final class Attempt<R> {

    private final Supplier<R> work;
    private final RecordDeadline deadline;
    private long begun;

    /**
     * The working thread. Written last among the fields that the caller reads while the work goes
     * on.
     */
    private volatile @Nullable Thread thread;

    private long taken;
    private boolean ended;

    Attempt(Supplier<R> work, RecordDeadline deadline) {
      this.work = work;
      this.deadline = deadline;
    }

    R run() {
      Thread self = Thread.currentThread();
      begun = deadline.nanosOf(self);
      thread = self;
      try {
        return work.get();
      } finally {
        taken = deadline.nanosOf(self) - begun;
        ended = true;
      }
    }

    /** Processor time so far, 0 before the work has begun. */
    long nanos() {
      Thread worker = thread;
      return worker == null ? 0 : deadline.nanosOf(worker) - begun;
    }
  }
}
