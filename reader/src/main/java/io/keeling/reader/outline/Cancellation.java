package io.keeling.reader.outline;

import java.util.concurrent.CancellationException;

/** Ends the reading of a page that took too long. */
public final class Cancellation {

  private Cancellation() {}

  /**
   * Must be called between the parts of a page, as Java cannot end a thread from outside.
   *
   * @throws CancellationException if the thread was interrupted, as its owner does when a page
   *     takes too long
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
  }
}
