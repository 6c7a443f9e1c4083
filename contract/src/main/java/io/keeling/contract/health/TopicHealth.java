package io.keeling.contract.health;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Whether topics can be read and written while some brokers are away. Immutable and safe to share
 * between threads.
 *
 * @param problem what cannot be read nor written; null if nothing
 * @param writesMayWait whether partitions have no leader, or less than half of their replicas in
 *     sync, so that a write may wait for more: a role has no right to ask how many a topic demands
 */
record TopicHealth(@Nullable String problem, boolean writesMayWait) {

  static final TopicHealth WELL = new TopicHealth(null, false);

  /**
   * What the descriptions tell.
   *
   * @param missing topics that are not there
   * @param mostNamed how many partitions the problem names
   */
  static TopicHealth of(
      Collection<TopicDescription> topics, Collection<String> missing, int mostNamed) {
    List<String> leaderless = new ArrayList<>();
    boolean writesMayWait = !missing.isEmpty();
    for (TopicDescription topic : topics) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        if (partition.leader() == null || partition.leader().isEmpty()) {
          leaderless.add(topic.name() + "-" + partition.partition());
        }
        writesMayWait |= partition.isr().size() * 2 < partition.replicas().size();
      }
    }
    if (!missing.isEmpty()) {
      return new TopicHealth("Kafka has no topic " + String.join(", ", missing), true);
    }
    if (leaderless.isEmpty()) {
      return new TopicHealth(null, writesMayWait);
    }
    return new TopicHealth(
        "brokers are away, and no leader is left of %d partitions: %s%s"
            .formatted(
                leaderless.size(),
                leaderless.stream().sorted().limit(mostNamed).collect(Collectors.joining(", ")),
                leaderless.size() > mostNamed ? ", ..." : ""),
        true);
  }
}
