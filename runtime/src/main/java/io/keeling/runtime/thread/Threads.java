package io.keeling.runtime.thread;

import java.time.Duration;

/** Creates and ends threads. */
public final class Threads {

  private Threads() {}

  /** Creates a daemon thread, which is not started yet. */
  public static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits for a thread that was asked to end. Interrupts it if it does not end in time, or if the
   * waiting thread is itself interrupted.
   *
   * @return whether it ended by itself
   */
  public static boolean end(Thread thread, Duration patience) {
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      return true;
    }
    thread.interrupt();
    return false;
  }
}
