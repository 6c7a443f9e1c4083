package io.keeling.runtime.kafka;

import io.keeling.runtime.thread.Futures;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for answers of Kafka's clients. */
public final class KafkaFutures {

  private KafkaFutures() {}

  /**
   * Waits for the answer; the client's own time-outs limit the wait.
   *
   * @throws KafkaException for any failure, as thrown by Kafka's clients
   * @throws InterruptException if the thread is interrupted
   */
  public static <T> T get(Future<T> future) {
    return Futures.get(
        future,
        failure ->
            failure instanceof InterruptedException e
                ? new InterruptException(e)
                : new KafkaException(failure));
  }
}
