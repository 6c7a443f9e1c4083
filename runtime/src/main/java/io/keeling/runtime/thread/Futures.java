package io.keeling.runtime.thread;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Waits for what other threads compute. */
public final class Futures {

  private Futures() {}

  /**
   * The result of a task, however long it takes.
   *
   * @param failure makes the exception that says why there is none, of its cause
   * @throws RuntimeException what the task threw, if that is one
   * @throws X for whatever else it threw, and if the waiting thread is interrupted, which it is
   *     still then
   */
  public static <T, X extends Exception> T get(Future<T> task, Function<Throwable, X> failure)
      throws X {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (cause instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw failure.apply(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure.apply(e);
    }
  }
}
