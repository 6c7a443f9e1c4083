package io.keeling.runtime.health;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A partition or offset that cannot be read because a transaction is open.
 *
 * @param partition the partition itself, or the one to which the offset belongs
 * @param group the consumer group of the offset; null for a partition
 */
record HeldBack(TopicPartition partition, @Nullable String group) {

  @Override
  public String toString() {
    return group == null ? partition.toString() : "the offset of " + group + " in " + partition;
  }
}
