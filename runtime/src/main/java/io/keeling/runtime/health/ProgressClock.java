package io.keeling.runtime.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds workers without progress in a sequence of observations. Does no I/O and reads no clock. Not
 * for sharing between threads.
 *
 * <p>A worker that disappears and returns with the same {@code done}, such as a task whose thread
 * was replaced, has made no progress meanwhile.
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
   * @param longestStep maximum time counted between two observations: a process that was suspended
   *     or starved for longer could neither work nor observe
   * @param memory how long an unseen worker is remembered
   */
  ProgressClock(Duration longestStep, Duration memory) {
    this.longestStepNanos = longestStep.toNanos();
    this.memoryNanos = memory.toNanos();
  }

  /**
   * Adds an observation.
   *
   * @param standing whether an outage prevents any work from being finished: the time is not
   *     counted
   * @param excused whether there may be another reason for unfinished work: the time is counted as
   *     excused
   * @param nanos time of the observation, by {@link System#nanoTime}
   * @return every worker seen that has work and has finished nothing since the last observation
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
