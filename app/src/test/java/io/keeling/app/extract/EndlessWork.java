package io.keeling.app.extract;

import io.keeling.runtime.deadline.RecordDeadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Lets work come to no end: its thread asks the clock when it begins and when it has ended, and is
 * held there, while everybody else is told that it has had the processor for a minute.
 */
public final class EndlessWork implements AutoCloseable {

  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<Thread> begun = ConcurrentHashMap.newKeySet();
  private final Set<Thread> held = ConcurrentHashMap.newKeySet();
  private final RecordDeadline deadline =
      new RecordDeadline(Duration.ofSeconds(20), this::processorTime);
  private volatile boolean endless;

  public RecordDeadline deadline() {
    return deadline;
  }

  /** From now on. */
  public void begin() {
    endless = true;
  }

  /** Not for work that begins from now on. */
  public void noMore() {
    endless = false;
  }

  private long processorTime(Thread thread) {
    if (Thread.currentThread() != thread) {
      return held.contains(thread) ? Duration.ofMinutes(1).toNanos() : 0;
    }
    if (begun.contains(thread)) {
      held.add(thread);
      while (end.getCount() > 0) {
        Thread.onSpinWait();
      }
    } else if (endless) {
      begun.add(thread);
    }
    return 0;
  }

  @Override
  public void close() {
    end.countDown();
  }
}
