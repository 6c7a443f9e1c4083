package io.keeling.app.doctor;

import io.keeling.app.failure.UserException;
import io.keeling.runtime.failure.Causes;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.storage.SqlFailures;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks one after another, each within its time limit. A check that does not return is
 * abandoned to its thread, which ends with the process. Not for sharing between threads.
 */
final class Examination implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "keeling-doctor");
            thread.setDaemon(true);
            return thread;
          });

  /** Returns the findings of a check. A failure or a time-out is a finding too. */
  List<Finding> ask(Question question) throws InterruptedException {
    Future<List<Finding>> answer = threads.submit(question.answer());
    try {
      return answer.get(question.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return List.of(question.late());
    } catch (ExecutionException e) {
      return List.of(Finding.fail(question.subject(), line(Objects.requireNonNull(e.getCause()))));
    }
  }

  /** Returns a failure in one line, without secrets. */
  static String line(Throwable failure) {
    if (failure instanceof UserException) {
      return String.valueOf(failure.getMessage());
    }
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof SQLException) {
        return SqlFailures.of(failure).message();
      }
    }
    return KafkaRefusals.line(failure, "Kafka")
        .orElseGet(() -> failure.getClass().getSimpleName() + ": " + failure.getMessage());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
