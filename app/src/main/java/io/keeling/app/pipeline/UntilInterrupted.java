package io.keeling.app.pipeline;

import io.keeling.app.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a command running until Ctrl-C or SIGTERM, and the process until everything has stopped or
 * the time limit for stopping is over. Threads may share it.
 *
 * <p>A process that has stopped in time ends as the JVM does: with status 143 after SIGTERM, 130
 * after Ctrl-C. Otherwise it is halted and ends with {@link #CUT_SHORT}.
 */
public final class UntilInterrupted {

  /** Exit status of a process that did not stop in time: different from 0, 130 and 143. */
  static final int CUT_SHORT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(UntilInterrupted.class);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Duration timeout;

  /** Listens for the end from now on. Stopping has no time limit until one is set. */
  public UntilInterrupted() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** Limits the time for stopping after the end is requested. */
  public void stopWithin(Duration limit) {
    timeout = limit;
  }

  private void stop() {
    Duration limit = timeout;
    asked.countDown();
    try {
      if (limit == null) {
        stopped.await();
      } else if (!stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error("Not stopped within {}; unfinished work is repeated after the next start", limit);
        Runtime.getRuntime().halt(CUT_SHORT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean asked() {
    return asked.getCount() == 0;
  }

  /**
   * Returns a consumer that passes on each step, and throws {@link CancellationException} once the
   * end was requested.
   */
  public Consumer<String> whileWanted(Consumer<String> step) {
    return line -> {
      if (asked()) {
        throw new CancellationException("the end was requested");
      }
      step.accept(line);
    };
  }

  /** Waits at most the given time for the end. Returns true if the end was requested. */
  public boolean await(Duration time) throws InterruptedException {
    return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  public void await() throws InterruptedException {
    asked.await();
  }

  /** The work of a command until the end is requested. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  /** Does the work of a command, and lets the process end when it returns. */
  public void during(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done();
    }
  }

  /** Lets the process end, as everything has stopped. */
  public void done() {
    stopped.countDown();
  }

  /**
   * Does work that begins with a long start. If the end is requested during the start, its failures
   * are ignored, as they only result from stopping.
   */
  public void duringStart(Terminal terminal, Work work) {
    during(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) { // Kafka's classes may register hooks too late
            if (!asked()) {
              throw e;
            }
            LOG.info("Stopped while starting", e);
            terminal.clear();
            terminal.say("Stopped while starting; a second start goes on from here.");
          }
        });
  }
}
