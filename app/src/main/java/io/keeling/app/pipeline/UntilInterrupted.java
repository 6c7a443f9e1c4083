package io.keeling.app.pipeline;

import java.util.concurrent.CountDownLatch;

/** Keeps a command up until Ctrl-C or SIGTERM, and the process until everything has stopped. */
public final class UntilInterrupted {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Watches for the end from now on. */
  public UntilInterrupted() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  private void stop() {
    asked.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the end has been asked for. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits for the end, or for so long; true if the end was asked for. */
  public boolean await(java.time.Duration time) throws InterruptedException {
    return asked.await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  /** Waits for the end. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Lets the process end: everything has stopped. */
  public void done() {
    stopped.countDown();
  }
}
