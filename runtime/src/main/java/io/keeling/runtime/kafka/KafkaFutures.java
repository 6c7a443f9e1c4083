package io.keeling.runtime.kafka;

import io.keeling.runtime.thread.Futures;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what Kafka's clients answer later. */
public final class KafkaFutures {

  private KafkaFutures() {}

  /**
   * The answer. How long it may take is up to the client's own time-outs.
   *
   * @throws KafkaException for whatever keeps it from coming, as Kafka's clients throw it
   *     themselves
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
