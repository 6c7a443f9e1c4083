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
 * The time limit for work on one record, and the record of work that exceeded it. Threads may share
 * it; each has a {@link RecordWorker} of its own.
 *
 * <p>Java cannot stop a thread. Abandoned work is interrupted, and ends if it calls {@link
 * #checkpoint}; otherwise it continues in the background. When more threads do so than the machine
 * can bear, the role is no longer {@link #alive} and its process must be restarted.
 */
public final class RecordDeadline {

  private static final Logger LOG = LoggerFactory.getLogger(RecordDeadline.class);

  /**
   * Most abandoned threads before the process must be restarted: each may occupy a processor for
   * ever, and most machines have more than two processors. No setting, as every case is a bug of
   * ours to report.
   */
  public static final int MOST_ABANDONED = 2;

  /** Stack frames in the log: enough to see where the work hangs and how it got there. */
  private static final int FRAMES = 12;

  /**
   * How long the work on one record may take, in processor time: a thousand times what reading a
   * page or tagging an article takes.
   */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String OURS = "io.keeling.";

  private final Duration limit;
  private final ToLongFunction<Thread> processorTime;
  private final SlowRecords slow = new SlowRecords();
  private final Set<Thread> abandoned = ConcurrentHashMap.newKeySet();

  /** Of 20 s of the working thread's processor time. */
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
   * Makes a worker for one thread.
   *
   * @param tool makes what the work needs and no other thread may use; called again after work was
   *     abandoned, which may still use its own
   */
  public <T> RecordWorker<T> worker(Supplier<T> tool) {
    return new RecordWorker<>(this, tool);
  }

  /**
   * Does work once, within the deadline.
   *
   * @throws TookTooLongException if it takes longer
   */
  public <R> R once(Supplier<R> work) {
    try (RecordWorker<Supplier<R>> worker = worker(() -> work)) {
      return worker.run(null, Supplier::get);
    }
  }

  /**
   * Ends abandoned work; to be called where work loops over the parts of a record.
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

  /** Abandons the thread of some work; the result says where it was. */
  TookTooLongException abandon(@Nullable RecordPlace place, Thread thread, String why) {
    List<StackTraceElement> stack = List.of(thread.getStackTrace());
    abandoned.add(thread);
    LOG.warn(
        "Abandoned {}, which {}. Its thread, one of {} that still run, was at {}",
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

  /** Abandoned threads that still run. */
  public int abandoned() {
    abandoned.removeIf(thread -> !thread.isAlive());
    return abandoned.size();
  }

  /** Why the process should be restarted, in one line; empty while it can go on. */
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
