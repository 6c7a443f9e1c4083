package io.keeling.contract.topic;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what Kafka's clients answer later. Stateless; threads may share it. */
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
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
