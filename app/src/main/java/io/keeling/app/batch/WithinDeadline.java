package io.keeling.app.batch;

import io.keeling.app.failure.UserException;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.RecordPlace;
import io.keeling.runtime.deadline.RecordWorker;
import io.keeling.runtime.deadline.TookTooLongException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a command's work on its inputs, each within the deadline that roles use too. Threads may
 * share it.
 *
 * @param <T> the tool: an object that no other thread may use
 */
public final class WithinDeadline<T> {

  private final RecordDeadline deadline;
  private final ThreadLocal<RecordWorker<T>> workers;

  public WithinDeadline(RecordDeadline deadline, Supplier<T> tool) {
    this.deadline = deadline;
    this.workers = ThreadLocal.withInitial(() -> deadline.worker(tool));
  }

  /**
   * Does the work on one input.
   *
   * @param place the record's place if the input is a record; otherwise null
   * @throws TookTooLongException if the work takes too long
   * @throws UserException if too many inputs took too long for the command to continue
   */
  public <R> R run(@Nullable RecordPlace place, Function<T, R> work) {
    deadline
        .fatal()
        .ifPresent(
            line -> {
              throw new UserException(
                  line + ". Leave out the inputs that took too long, and please report them.");
            });
    return workers.get().run(place, work);
  }
}
