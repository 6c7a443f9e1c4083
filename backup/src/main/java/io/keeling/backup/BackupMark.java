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
 * The mark that tells the desk when the last backup was taken. The command leaves it as the
 * metadata of a committed offset, in a consumer group of its own. Kafka keeps it as long as
 * offsets, by default a week.
 */
public final class BackupMark {

  private static final String GROUP = "keeling-backup";

  private static final TopicPartition SLOT = new TopicPartition(Topics.ARTICLES.name(), 0);

  /** Longest wait for Kafka, in milliseconds. The command does nothing else meanwhile. */
  private static final int PATIENCE_MILLIS = 10_000;

  private BackupMark() {}

  /**
   * A client that waits no longer than {@link #PATIENCE_MILLIS}. The mark is not worth a longer
   * wait.
   */
  static Admin admin(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return Admin.create(properties);
  }

  /**
   * Writes the mark.
   *
   * @param takenAt the moment at which the backup was taken
   * @throws KafkaException if the broker does not accept it
   */
  public static void leave(KafkaConnection kafka, Instant takenAt) {
    OffsetAndMetadata note = new OffsetAndMetadata(0, takenAt.toString());
    try (Admin admin = admin(kafka)) {
      KafkaFutures.get(admin.alterConsumerGroupOffsets(GROUP, Map.of(SLOT, note)).all());
    }
  }

  /**
   * The mark; empty if there never was one or it has expired.
   *
   * @throws KafkaException if the broker does not answer
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
