package io.keeling.backup;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * When the last backup was taken, as a note of a committed offset in a group of its own, which the
 * command leaves for the desk. Kafka keeps it for as long as offsets, a week by default.
 */
public final class BackupMark {

  private static final String GROUP = "keeling-backup";

  private static final TopicPartition SLOT = new TopicPartition(Topics.ARTICLES.name(), 0);

  /** How long Kafka may take, as the command waits for it. */
  private static final int PATIENCE_MILLIS = 10_000;

  private BackupMark() {}

  /** A client that waits no longer than a mark is worth. */
  static Admin admin(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return Admin.create(properties);
  }

  /**
   * Leaves a mark.
   *
   * @param takenAt the moment that the backup is of
   * @throws KafkaException if the broker does not take it
   */
  public static void leave(KafkaConnection kafka, Instant takenAt) {
    OffsetAndMetadata note = new OffsetAndMetadata(0, takenAt.toString());
    try (Admin admin = admin(kafka)) {
      KafkaFutures.get(admin.alterConsumerGroupOffsets(GROUP, Map.of(SLOT, note)).all());
    }
  }

  /**
   * The mark; empty if there is none, or no longer any.
   *
   * @throws KafkaException if the broker does not tell
   */
  static Optional<Instant> read(Admin admin) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        KafkaFutures.get(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
    try {
      return Optional.ofNullable(offsets.get(SLOT)).map(note -> Instant.parse(note.metadata()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
