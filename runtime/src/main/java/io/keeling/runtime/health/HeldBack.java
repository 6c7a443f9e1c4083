package io.keeling.runtime.health;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A partition or offset that cannot be read because a transaction has not ended.
 *
 * @param partition the partition, or the one whose offset it is
 * @param group the consumer group whose offset cannot be read; null where records cannot
 */
record HeldBack(TopicPartition partition, @Nullable String group) {

  @Override
  public String toString() {
    return group == null ? partition.toString() : "the offset of " + group + " in " + partition;
  }
}
