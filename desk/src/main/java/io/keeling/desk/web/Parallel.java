package io.keeling.desk.web;

import io.keeling.runtime.thread.Futures;
import io.keeling.search.budget.Budget;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Computes parts of one answer concurrently, on as many threads as there are processors. The time
 * is charged to the request. The caller computes parts for which no thread is free. Closing is not
 * necessary: idle threads end after a minute. Threads may share it.
 */
public final class Parallel {

  /** How long an idle thread is kept, as in {@code Executors.newCachedThreadPool}. */
  private static final long IDLE_SECONDS = 60;

  private final Executor threads =
      new ThreadPoolExecutor(
          0,
          Runtime.getRuntime().availableProcessors(),
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Parallel::thread,
          (part, pool) -> {});

  private static Thread thread(Runnable parts) {
    Thread thread = new Thread(parts, "part");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts computing a part.
   *
   * @return a supplier that waits for the result; it throws what the part threw, and {@link
   *     IllegalStateException} if interrupted
   */
  public <T> Supplier<T> begin(Supplier<T> part) {
    FutureTask<T> task = new FutureTask<>(part::get);
    threads.execute(Budget.carried(task));
    return () -> {
      task.run(); // does nothing if another thread has begun it
      return Futures.get(task, IllegalStateException::new);
    };
  }
}
