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
 * The time of the last backup, which the command leaves for the desk as the note of a committed
 * offset in a group of its own. Kafka keeps the note as long as offsets, a week by default.
 */
public final class BackupMark {

  private static final String GROUP = "keeling-backup";

  private static final TopicPartition SLOT = new TopicPartition(Topics.ARTICLES.name(), 0);

  /** Milliseconds that the command waits for Kafka. */
  private static final int PATIENCE_MILLIS = 10_000;

  private BackupMark() {}

  /** Returns a client with short time-outs, as nobody should wait long for a mark. */
  static Admin admin(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return Admin.create(properties);
  }

  /**
   * Writes the mark.
   *
   * @param takenAt the time of the backup's contents
   * @throws KafkaException if the broker does not accept the mark
   */
  public static void leave(KafkaConnection kafka, Instant takenAt) {
    OffsetAndMetadata note = new OffsetAndMetadata(0, takenAt.toString());
    try (Admin admin = admin(kafka)) {
      KafkaFutures.get(admin.alterConsumerGroupOffsets(GROUP, Map.of(SLOT, note)).all());
    }
  }

  /**
   * Returns the mark; empty if there is none, or it has expired.
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
