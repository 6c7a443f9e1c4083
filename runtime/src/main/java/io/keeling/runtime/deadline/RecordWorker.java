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
 * Works on records in its own thread; the caller waits no longer than the deadline. The work must
 * be a pure function of the record and the tool, as abandoned work may still run at the same time
 * as later work. For one thread.
 *
 * <p>The thread stays the same until a record takes too long. Passing work to it costs about 10 µs
 * of processor time, a thousandth of what tagging takes.
 *
 * @param <T> the tool: an object that no other thread may use
 */
public final class RecordWorker<T> implements AutoCloseable {

  /**
   * How often the caller checks the time that the work has taken. Usual work ends before the first
   * check.
   */
  static final Duration CHECK_INTERVAL = Duration.ofMillis(200);

  /**
   * Wall-clock time after which a thread that is blocked or gets no processor is abandoned, as a
   * multiple of the deadline. As a deadline is at most one minute, this is at most four minutes;
   * Kafka waits five minutes for the next poll ({@code max.poll.interval.ms}).
   */
  static final int CLOCK_FACTOR = 4;

  /** Seconds after which an idle thread ends. Later work starts another thread. */
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
   * Works on one record. Exceptions of the work are thrown unchanged, except a stack overflow.
   *
   * @param place where the record is; null for input that is not read again automatically
   * @throws TookTooLongException if the work takes longer than the deadline, or did so before
   * @throws UnusableRecordException if the work overflows the stack
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
    // Counts checks instead of reading the clock, which would count the time of a suspended process
    // as waiting.
    long patience = CLOCK_FACTOR * deadline.limit().toNanos() / CHECK_INTERVAL.toNanos();
    while (true) {
      try {
        return future.get(CHECK_INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        patience--;
        Duration limit = deadline.limit();
        if (attempt.nanos() >= limit.toNanos()) {
          throw giveUp(place, attempt, "took more than " + seconds(limit) + " of processor time");
        }
        if (patience <= 0) {
          throw giveUp(
              place, attempt, "did not end within " + seconds(limit.multipliedBy(CLOCK_FACTOR)));
        }
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof StackOverflowError) {
          // An error would end the stream thread, and the next thread would fail on the same
          // record.
          throw new UnusableRecordException("failed", "the work on it overflowed the stack");
        }
        Throwable cause = e.getCause();
        throw RecordWorker.<RuntimeException>asItIs(cause == null ? e : cause);
      }
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  /** The work throws no checked exception, so neither does this method. */
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

  /** Ends the thread and interrupts work in progress. */
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

    /** The working thread. Written after {@code begun}, so that the caller sees both. */
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

    /** Returns the processor time so far; 0 before the work has begun. */
    long nanos() {
      Thread worker = thread;
      return worker == null ? 0 : deadline.nanosOf(worker) - begun;
    }
  }
}
