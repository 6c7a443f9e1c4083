package io.keeling.runtime.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a sequence of observations what makes no progress, and for how long. It reads no clock
 * and asks nobody. Not for sharing between threads.
 *
 * <p>A worker that is gone for a while and comes back with the same {@code done}, such as a task
 * whose thread failed and was replaced, has made no progress meanwhile.
 */
final class ProgressClock {

  private static final class Worker {
    @Nullable Activity last;
    long stalledNanos;
    long unexcusedNanos;
    long seenNanos;
  }

  private final long longestStepNanos;
  private final long memoryNanos;
  private final Map<String, Worker> workers = new HashMap<>();
  private long lastNanos;
  private boolean first = true;

  /**
   * @param longestStep most that counts between two observations: a process that was stopped or
   *     starved for longer could not finish anything, nor look
   * @param memory how long a worker is remembered that is no longer seen
   */
  ProgressClock(Duration longestStep, Duration memory) {
    this.longestStepNanos = longestStep.toNanos();
    this.memoryNanos = memory.toNanos();
  }

  /**
   * Takes in an observation.
   *
   * @param standing whether something is away without which nothing can be finished: nothing counts
   * @param excused whether it may be that nothing can be finished: it counts, but is excused
   * @param nanos when, as of {@link System#nanoTime}
   * @return every worker seen that has something to do and has finished nothing since before
   */
  List<Stall> observe(Collection<Activity> seen, boolean standing, boolean excused, long nanos) {
    long step = first ? 0 : Math.min(nanos - lastNanos, longestStepNanos);
    first = false;
    lastNanos = nanos;
    List<Stall> stalls = new ArrayList<>();
    for (Activity activity : seen) {
      Worker worker = workers.computeIfAbsent(activity.worker(), name -> new Worker());
      Activity before = worker.last;
      if (before == null || !activity.busy() || activity.done() != before.done()) {
        worker.stalledNanos = 0;
        worker.unexcusedNanos = 0;
      } else if (before.busy() && !standing) {
        worker.stalledNanos += step;
        worker.unexcusedNanos += excused ? 0 : step;
      }
      worker.last = activity;
      worker.seenNanos = nanos;
      if (worker.stalledNanos > 0) {
        stalls.add(
            new Stall(
                activity,
                Duration.ofNanos(worker.stalledNanos),
                Duration.ofNanos(worker.unexcusedNanos)));
      }
    }
    workers.values().removeIf(worker -> nanos - worker.seenNanos > memoryNanos);
    return stalls;
  }
}
