package io.keeling.sink;

import io.keeling.runtime.kafka.ConsumerLag;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Computes the lag: how many records are not stored yet. The consumer does not learn the ends of
 * paused partitions, so the broker is asked for them. For the consumer's thread.
 */
final class Lag {

  /**
   * How often the broker is asked for the ends of paused partitions. Monitoring does not read the
   * lag more often.
   */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Longest wait for the broker's answer; the loop does nothing else meanwhile. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private OptionalLong behindPaused = OptionalLong.empty();
  private long askedNanos = System.nanoTime() - INTERVAL.toNanos();

  Lag(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Returns the lag; empty if it is unknown.
   *
   * @param own the sink's partitions; empty if unknown
   * @param paused whether they are paused
   * @param fetched number of records that were fetched and are not stored
   */
  OptionalLong of(Optional<Set<TopicPartition>> own, boolean paused, long fetched) {
    if (own.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong behind = paused ? behindPaused(own.get()) : ConsumerLag.of(consumer, own.get());
    return behind.isPresent() ? OptionalLong.of(behind.getAsLong() + fetched) : behind;
  }

  private OptionalLong behindPaused(Set<TopicPartition> partitions) {
    if (System.nanoTime() - askedNanos < INTERVAL.toNanos()) {
      return behindPaused;
    }
    askedNanos = System.nanoTime();
    try {
      long sum = 0;
      for (Map.Entry<TopicPartition, Long> end :
          consumer.endOffsets(partitions, ANSWER_TIMEOUT).entrySet()) {
        sum += Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER_TIMEOUT));
      }
      behindPaused = OptionalLong.of(sum);
    } catch (AuthorizationException e) {
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      // Kafka is away or the partition was reassigned; the next attempt comes soon.
      behindPaused = OptionalLong.empty();
    }
    return behindPaused;
  }
}
