package io.keeling.runtime.health;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Whether topics can be read and written while some brokers are away.
 *
 * @param problem one line about partitions that can be neither read nor written; null if there are
 *     none
 * @param unavailable number of these partitions and of missing topics
 * @param writesMayWait whether partitions have no leader, or fewer than half of their replicas in
 *     sync, so that a write may wait. The role has no right to ask how many replicas a topic
 *     requires
 */
record TopicHealth(@Nullable String problem, int unavailable, boolean writesMayWait) {

  static final TopicHealth WELL = new TopicHealth(null, 0, false);

  /**
   * @param missing topics that do not exist
   * @param silent partitions whose leader does not answer
   * @param mostNamed maximum number of partitions named in the problem
   */
  static TopicHealth of(
      Collection<TopicDescription> topics,
      Collection<String> missing,
      Set<TopicPartition> silent,
      int mostNamed) {
    List<String> leaderless = new ArrayList<>();
    boolean writesMayWait = !missing.isEmpty();
    for (TopicDescription topic : topics) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        if (!hasLeader(partition)
            || silent.contains(new TopicPartition(topic.name(), partition.partition()))) {
          leaderless.add(topic.name() + "-" + partition.partition());
        }
        writesMayWait |= partition.isr().size() * 2 < partition.replicas().size();
      }
    }
    if (!missing.isEmpty()) {
      return new TopicHealth(
          "Kafka has no topic " + String.join(", ", missing), missing.size(), true);
    }
    if (leaderless.isEmpty()) {
      return new TopicHealth(null, 0, writesMayWait);
    }
    return new TopicHealth(
        "brokers are away, and no leader answers for %d partitions: %s%s"
            .formatted(
                leaderless.size(),
                leaderless.stream().sorted().limit(mostNamed).collect(Collectors.joining(", ")),
                leaderless.size() > mostNamed ? ", ..." : ""),
        leaderless.size(),
        true);
  }

  static boolean hasLeader(TopicPartitionInfo partition) {
    return partition.leader() != null && !partition.leader().isEmpty();
  }
}
