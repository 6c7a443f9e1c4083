package io.keeling.runtime.thread;

import java.time.Duration;

/** Ends threads. */
public final class Threads {

  private Threads() {}

  /**
   * Waits until a thread that was asked to end has ended, and interrupts it where it does not in
   * time, or where the waiting thread is itself interrupted.
   *
   * @param patience how long it may take
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
