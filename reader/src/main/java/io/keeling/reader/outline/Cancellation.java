package io.keeling.reader.outline;

import java.util.concurrent.CancellationException;

/** Ends the reading of a page that was given up. */
public final class Cancellation {

  private Cancellation() {}

  /**
   * To be called between the parts of a page, as Java cannot end a thread from outside.
   *
   * @throws CancellationException if the thread was interrupted, which its owner does once the page
   *     has taken too long
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
  }
}
