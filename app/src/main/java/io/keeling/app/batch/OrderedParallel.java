package io.keeling.app.batch;

import io.keeling.runtime.thread.Futures;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Maps items on all cores and passes the results on in the items' order, keeping at most {@link
 * #AHEAD} results for each core. Not for sharing between threads.
 */
public final class OrderedParallel {

  /**
   * Maximum number of items, for each core, by which the work may be ahead of the oldest unfinished
   * item: few enough to bound memory, enough to keep all cores busy.
   */
  private static final int AHEAD = 16;

  private final int threads;

  /** Uses one thread for each core. */
  public OrderedParallel() {
    this(Runtime.getRuntime().availableProcessors());
  }

  OrderedParallel(int threads) {
    this.threads = threads;
  }

  /**
   * Maps every item.
   *
   * @param work called on several threads at the same time
   * @param results called on the caller's thread, in order
   * @throws RuntimeException what {@code work} threw for the first item that failed; later items
   *     are abandoned
   */
  public <I, O> void map(Iterator<I> items, Function<I, O> work, Consumer<O> results) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    Queue<Future<O>> running = new ArrayDeque<>();
    try {
      while (items.hasNext()) {
        I item = items.next();
        running.add(executor.submit(() -> work.apply(item)));
        while (!running.isEmpty()
            && (running.size() >= threads * AHEAD || running.peek().isDone())) {
          results.accept(Futures.get(running.remove(), IllegalStateException::new));
        }
      }
      while (!running.isEmpty()) {
        results.accept(Futures.get(running.remove(), IllegalStateException::new));
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
