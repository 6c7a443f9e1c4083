package io.keeling.runtime.kafka;

import java.util.Collection;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Computes how many records a consumer has not read, as of its last fetches. For the thread of the
 * consumer.
 */
public final class ConsumerLag {

  private ConsumerLag() {}

  /** Returns the number of unread records; empty while a partition has not answered yet. */
  public static OptionalLong of(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    long sum = 0;
    for (TopicPartition partition : partitions) {
      OptionalLong lag = consumer.currentLag(partition);
      if (lag.isEmpty()) {
        return lag;
      }
      sum += lag.getAsLong();
    }
    return OptionalLong.of(sum);
  }
}
