package io.keeling.app.pipeline;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a command up until Ctrl-C or SIGTERM, and the process until everything has stopped, or
 * until its time for that is over. Threads may share it.
 *
 * <p>A process that has stopped in time ends as the JVM does: with status 143 after SIGTERM, 130
 * after Ctrl-C. One that has not is cut short and ends with {@link #CUT_SHORT}.
 */
public final class UntilInterrupted {

  /** Exit status of a process that did not stop in time. Chosen: any but 0, 130 and 143. */
  static final int CUT_SHORT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(UntilInterrupted.class);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Duration timeout;

  /** Watches for the end from now on; stopping may take as long as it likes. */
  public UntilInterrupted() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** Bounds how long stopping may take, from the moment the end is asked for. */
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
        LOG.error("Not stopped within {}; what was not finished is done again", limit);
        Runtime.getRuntime().halt(CUT_SHORT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the end was asked for. */
  public boolean asked() {
    return asked.getCount() == 0;
  }

  /**
   * Hears of each step of a start until the end is asked for.
   *
   * @param step is told of it
   * @return throws {@link CancellationException} from then on, so that nothing more is started
   */
  public Consumer<String> whileWanted(Consumer<String> step) {
    return line -> {
      if (asked()) {
        throw new CancellationException("the end was asked for");
      }
      step.accept(line);
    };
  }

  /** Waits for the end, or for so long; true if the end was asked for. */
  public boolean await(Duration time) throws InterruptedException {
    return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for the end. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Lets the process end, as everything has stopped. */
  public void done() {
    stopped.countDown();
  }
}
