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
 * How long the work on one record may take, and what a role knows of the work that took longer.
 * Threads may share it; each lets a {@link RecordWorker} of its own do the work.
 *
 * <p>Java cannot end a thread. Work that is given up is interrupted, and code that looks at {@link
 * #checkpoint} ends; what does not look goes on in the background. So few threads may do so that
 * they cannot starve the rest; beyond them the role is not {@link #alive} and its process has to be
 * started again.
 */
public final class RecordDeadline {

  private static final Logger LOG = LoggerFactory.getLogger(RecordDeadline.class);

  /**
   * Most abandoned threads before the process has to be started again. Chosen: each may take a
   * processor for ever, and most machines have more than two. No setting, for whoever meets it has
   * a bug of ours to report.
   */
  public static final int MOST_ABANDONED = 2;

  /**
   * Stack frames that reach the log. Chosen: enough to see where the work hangs, and how it came to
   * that.
   */
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
   * @param processorTime how long a thread has had a processor, in nanoseconds; negative if unknown
   */
  public RecordDeadline(Duration limit, ToLongFunction<Thread> processorTime) {
    this.limit = limit;
    this.processorTime = processorTime;
  }

  private static long processorTime(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }

  /**
   * Makes what does the work of one thread.
   *
   * @param tool makes what the work needs and no other thread may use; made anew after work was
   *     given up, for that may still use its own
   */
  public <T> RecordWorker<T> worker(Supplier<T> tool) {
    return new RecordWorker<>(this, tool);
  }

  /**
   * Does something once, within the deadline.
   *
   * @throws TookTooLongException if it takes longer
   */
  public <R> R once(Supplier<R> work) {
    try (RecordWorker<Supplier<R>> worker = worker(() -> work)) {
      return worker.run(null, Supplier::get);
    }
  }

  /**
   * Ends work that was given up; to be called where work goes through the parts of a record.
   *
   * @throws CancellationException if the work was given up
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

  /** Takes over a thread whose work is given up; says where it was. */
  TookTooLongException abandon(@Nullable RecordPlace place, Thread thread, String why) {
    List<StackTraceElement> stack = List.of(thread.getStackTrace());
    abandoned.add(thread);
    LOG.warn(
        "Gave up {}, which {}; its thread, one of {}, was at {}",
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

  /** Shows in a gauge how many threads still do work of a role which was given up. */
  public void watch(String role, MeterRegistry meters) {
    Gauge.builder("keeling.abandoned.threads", this, RecordDeadline::abandoned)
        .description(
            "Threads that still work on a record which took too long; above %d the role ends"
                .formatted(MOST_ABANDONED))
        .tag("role", role)
        .register(meters);
  }

  /** Threads that still do work which was given up. */
  public int abandoned() {
    abandoned.removeIf(thread -> !thread.isAlive());
    return abandoned.size();
  }

  /** Why the process should be started again, in one line; empty as long as it can go on. */
  public Optional<String> fatal() {
    int running = abandoned();
    return running <= MOST_ABANDONED
        ? Optional.empty()
        : Optional.of(
            running
                + " threads work on records that took too long and cannot be stopped;"
                + " the log says where they are");
  }

  /** False when so many threads cannot be stopped that the process should be started again. */
  public boolean alive() {
    return fatal().isEmpty();
  }
}
