package io.keeling.backup;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicMismatchException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Checks that a Kafka holds nothing of Keeling's before a restore. Not for sharing between threads.
 */
final class EmptyKafka implements AutoCloseable {

  private final Admin admin;

  EmptyKafka(KafkaConnection kafka) {
    admin = Admin.create(kafka.clientProperties());
  }

  /**
   * Checks that no Streams application has written state, as far as this client may see its topics.
   * An application with state remembers earlier articles and would ignore those that are restored.
   *
   * @throws BackupException if an application has written state
   */
  void requireNoState(List<String> applications) {
    for (String topic : KafkaFutures.get(admin.listTopics().names())) {
      if (applications.stream().anyMatch(id -> topic.startsWith(id + "-"))
          && !isEmpty(topic, partitions(topic))) {
        throw notEmpty(topic);
      }
    }
  }

  /**
   * Creates a topic, or checks that the existing one is empty and has as many partitions as in the
   * backup.
   *
   * @throws BackupException if the existing topic fails a check
   */
  void prepare(TopicSpec topic, int partitions, Optional<Short> replicas) {
    try {
      new TopicCreator(admin).ensure(List.of(topic), partitions, replicas);
    } catch (TopicMismatchException e) {
      throw new BackupException(String.valueOf(e.getMessage()), e);
    }
    int found = partitions(topic.name());
    if (!isEmpty(topic.name(), found)) {
      throw notEmpty(topic.name());
    }
    if (found != partitions) {
      throw new BackupException(
          "%s has %d partitions, but %d in the backup. Delete it; restore creates it again."
              .formatted(topic.name(), found, partitions));
    }
  }

  private static BackupException notEmpty(String topic) {
    return new BackupException(
        "%s has records already. A backup is restored into an empty Keeling: into another Kafka, or into this one once all of Keeling's topics are deleted."
            .formatted(topic));
  }

  private int partitions(String topic) {
    return KafkaFutures.get(admin.describeTopics(Set.of(topic)).allTopicNames()).values().stream()
        .mapToInt(description -> description.partitions().size())
        .sum();
  }

  private boolean isEmpty(String topic, int partitions) {
    return sum(topic, partitions, OffsetSpec.earliest())
        == sum(topic, partitions, OffsetSpec.latest());
  }

  private long sum(String topic, int partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      asked.put(new TopicPartition(topic, partition), which);
    }
    return KafkaFutures.get(admin.listOffsets(asked).all()).values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}
