package io.keeling.search.budget;

import io.keeling.search.budget.SearchRefusedException.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns of the requests that take long: few of them work at a time, the others wait in order, so
 * that a short question finds a processor. Threads may share it.
 */
final class Turns {

  /**
   * Maximum number of waiting requests: a quarter of the desk's 64 threads, since each waiting
   * request holds a thread.
   */
  private static final int MOST_WAITING = 16;

  /** How long a request waits: after that no editor looks at the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore free;
  private final int mostWaiting;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param most maximum number of requests that work at a time
   * @param mostWaiting maximum number of requests that wait for their turn
   * @param patience how long each waits
   */
  Turns(int most, int mostWaiting, Duration patience) {
    this.free = new Semaphore(most, true);
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  /** One turn fewer than processors, so that a short question finds one free. */
  static Turns ofProcessors() {
    return new Turns(
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1), MOST_WAITING, PATIENCE);
  }

  /** Waits for a turn; refuses if none becomes free, or too many requests wait already. */
  void take() {
    try {
      boolean mayWait = waiting.incrementAndGet() <= mostWaiting;
      // With a time-out, even of 0, this does not overtake requests that wait already.
      if (!free.tryAcquire(mayWait ? patience.toMillis() : 0, TimeUnit.MILLISECONDS)) {
        throw new SearchRefusedException(Reason.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SearchRefusedException(Reason.BUSY);
    } finally {
      waiting.decrementAndGet();
    }
  }

  void end() {
    free.release();
  }

  int waiting() {
    return waiting.get();
  }
}
