package io.keeling.runtime.deadline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time limit for work on one record, and a count of threads that exceeded it. Threads may share
 * it; each has its own {@link RecordWorker}.
 *
 * <p>Java cannot stop a thread. Abandoned work is interrupted, and ends if it calls {@link
 * #checkpoint}; otherwise it continues in the background. If too many abandoned threads are still
 * running, the role is no longer {@link #alive} and its process must be restarted.
 */
public final class RecordDeadline {

  private static final Logger LOG = LoggerFactory.getLogger(RecordDeadline.class);

  /**
   * Maximum number of abandoned threads before the process must be restarted: each may occupy a
   * processor for ever, and most machines have more than two processors. This is not a setting, as
   * every abandoned thread is a bug in Keeling that should be reported.
   */
  public static final int MOST_ABANDONED = 2;

  /** Number of stack frames in the log: enough to see where the work hangs and how it got there. */
  private static final int FRAMES = 12;

  /**
   * Maximum processor time for the work on one record: a thousand times what reading a page or
   * tagging an article takes.
   */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String OURS = "io.keeling.";

  private final Duration limit;
  private final ToLongFunction<Thread> processorTime;
  private final SlowRecords slow = new SlowRecords();
  private final Set<Thread> abandoned = ConcurrentHashMap.newKeySet();

  /** Creates a deadline of 20 s of the working thread's processor time. */
  public RecordDeadline() {
    this(LIMIT, RecordDeadline::processorTime);
  }

  /**
   * @param limit processor time of the working thread
   * @param processorTime processor time of a thread so far, in nanoseconds; negative if unknown
   */
  public RecordDeadline(Duration limit, ToLongFunction<Thread> processorTime) {
    this.limit = limit;
    this.processorTime = processorTime;
  }

  private static long processorTime(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }

  /**
   * Creates a worker for one thread.
   *
   * @param tool creates the object that the work uses and that no other thread may use; called
   *     again after work was abandoned, as that work may still use the old object
   */
  public <T> RecordWorker<T> worker(Supplier<T> tool) {
    return new RecordWorker<>(this, tool);
  }

  /**
   * Does a single piece of work within the deadline.
   *
   * @throws TookTooLongException if it takes longer
   */
  public <R> R once(Supplier<R> work) {
    try (RecordWorker<Supplier<R>> worker = worker(() -> work)) {
      return worker.run(null, Supplier::get);
    }
  }

  /**
   * Ends the calling work if it was abandoned. To be called in loops over the parts of a record.
   *
   * @throws CancellationException if the work was abandoned
   */
  public static void checkpoint() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
  }

  Duration limit() {
    return limit;
  }

  SlowRecords slow() {
    return slow;
  }

  long nanosOf(Thread thread) {
    return processorTime.applyAsLong(thread);
  }

  /** Abandons the thread of some work. The exception says where the thread was. */
  TookTooLongException abandon(@Nullable RecordPlace place, Thread thread, String why) {
    List<StackTraceElement> stack = List.of(thread.getStackTrace());
    abandoned.add(thread);
    LOG.warn(
        "Abandoned {}, which {}. {} abandoned threads still run; the stack of this one: {}",
        place == null ? "an input" : place,
        why,
        abandoned(),
        stack.stream().limit(FRAMES).map(RecordDeadline::line).toList());
    String where =
        stack.stream()
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .findFirst()
            .map(frame -> ", at " + line(frame))
            .orElse("");
    return new TookTooLongException(why + where);
  }

  private static String line(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
  }

  /** Registers a gauge of a role's abandoned threads. */
  public void watch(String role, MeterRegistry meters) {
    Gauge.builder("keeling.abandoned.threads", this, RecordDeadline::abandoned)
        .description(
            "Threads that still work on a record which took too long; above %d the role ends"
                .formatted(MOST_ABANDONED))
        .tag("role", role)
        .register(meters);
  }

  /** Returns the number of abandoned threads that still run. */
  public int abandoned() {
    abandoned.removeIf(thread -> !thread.isAlive());
    return abandoned.size();
  }

  /**
   * Returns one line that says why the process should be restarted; empty while it can continue.
   */
  public Optional<String> fatal() {
    int running = abandoned();
    return running <= MOST_ABANDONED
        ? Optional.empty()
        : Optional.of(
            running
                + " threads that work on records that took too long cannot be stopped;"
                + " the log says where they are");
  }

  /** False when the process should be restarted. */
  public boolean alive() {
    return fatal().isEmpty();
  }
}
