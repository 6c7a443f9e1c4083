package io.keeling.runtime.thread;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Waits for tasks in other threads. */
public final class Futures {

  private Futures() {}

  /**
   * Waits for the result of a task without a time limit.
   *
   * @param failure creates the exception for a failure from its cause
   * @throws RuntimeException if the task threw it
   * @throws X for anything else that the task threw, and if the waiting thread is interrupted,
   *     whose interrupt flag stays set
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
