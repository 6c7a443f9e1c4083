package io.keeling.runtime.thread;

import java.time.Duration;

/** Creates and ends threads. */
public final class Threads {

  private Threads() {}

  /** A thread that does not keep the process alive; not started yet. */
  public static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits for a thread that was asked to end, and interrupts it if it does not in time, or if the
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
