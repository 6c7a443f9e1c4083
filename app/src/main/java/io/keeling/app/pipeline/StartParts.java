package io.keeling.app.pipeline;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the parts of a start in parallel, each as soon as the parts that it needs are ready. Reports
 * which parts are still awaited, and logs how long each took. Threads may share it.
 */
final class StartParts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartParts.class);

  private final AtomicInteger thread = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> new Thread(work, "keeling-start-" + thread.incrementAndGet()));
  private final long began = System.nanoTime();
  private final Consumer<String> progress;
  private final Set<String> running = new LinkedHashSet<>();
  private String known = "";

  /**
   * @param progress is called whenever the list of running parts changes. If it throws when a part
   *     is about to begin, this part fails and does not begin. A part that has ended keeps its
   *     result.
   */
  StartParts(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Begins a part once the parts that it needs are ready. If one of these fails, the new part fails
   * for the same reason.
   */
  <T> CompletableFuture<T> begin(String name, Callable<T> work, CompletableFuture<?>... needs) {
    return CompletableFuture.allOf(needs).thenApplyAsync(ready -> run(name, work), threads);
  }

  private <T> T run(String name, Callable<T> work) {
    long start = System.nanoTime();
    try {
      begins(name);
      T result = work.call();
      LOG.info(
          "start: {} took {} ms, ready after {} ms", name, millisSince(start), millisSince(began));
      return result;
    } catch (Exception e) {
      throw new CompletionException(e);
    } finally {
      ends(name);
    }
  }

  private synchronized void begins(String name) {
    running.add(name);
    tell();
  }

  private synchronized void ends(String name) {
    running.remove(name);
    tellInPassing();
  }

  /** Adds a sentence before the list of running parts from now on. */
  synchronized void say(String sentence) {
    known = sentence + " ";
    tellInPassing();
  }

  /** Ignores a failure to report: what has started must still be closed. */
  private void tellInPassing() {
    try {
      tell();
    } catch (RuntimeException e) {
      LOG.debug("start: cannot report progress", e);
    }
  }

  private void tell() {
    if (!running.isEmpty()) {
      progress.accept(known + "Starting " + String.join(", ", running));
    }
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** Waits for all parts to end, and throws the failure of the first that failed. */
  void join(List<? extends CompletableFuture<?>> parts) throws IOException {
    CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .handle((done, failure) -> null)
        .join();
    for (CompletableFuture<?> part : parts) {
      try {
        part.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof IOException cause) {
          throw cause;
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
