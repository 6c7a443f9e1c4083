package io.keeling.ingest.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Stores the progress of an import in Kafka, as the note of a committed offset. The import has a
 * consumer group of its own, named {@code keeling-import-} and a digest of its inputs and source.
 * Not thread-safe.
 *
 * <p>Kafka is the right place because the progress describes which pages this Kafka has: both are
 * moved or lost together, and any machine with the archive can continue. A committed offset is used
 * because brokers keep it as safely as records. Like pages, it is deleted by the brokers, by
 * default a week after the last commit. The offset itself is always 0.
 */
final class ImportPositions implements AutoCloseable {

  static final String PREFIX = "keeling-import-";

  /** Hexadecimal digits of the digest: 64 bits, so that two imports never have the same. */
  private static final int DIGITS = 16;

  private static final TopicPartition SLOT = new TopicPartition(Topics.PAGES.name(), 0);

  private final Admin admin;
  private final String group;

  ImportPositions(KafkaConnection kafka, List<Path> inputs, String sourceId) {
    this.admin = Backlog.admin(kafka);
    String all =
        inputs.stream()
            .map(input -> input.toAbsolutePath().normalize().toString())
            .collect(Collectors.joining("\u0000", sourceId + "\u0000", ""));
    this.group = PREFIX + ArticleIds.id(all).substring(0, DIGITS);
  }

  /** Returns where an earlier run stopped; null if there was none or its note is unreadable. */
  @Nullable ImportPosition load() {
    OffsetAndMetadata committed =
        KafkaFutures.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
            .get(SLOT);
    if (committed == null) {
      return null;
    }
    try {
      return Json.MAPPER.readValue(committed.metadata(), ImportPosition.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Saves the progress; returns once the brokers have it. */
  void save(ImportPosition position) {
    try {
      String note = Json.MAPPER.writeValueAsString(position);
      KafkaFutures.get(
          admin
              .alterConsumerGroupOffsets(group, Map.of(SLOT, new OffsetAndMetadata(0, note)))
              .all());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a position is always JSON", e);
    }
  }

  /** Deletes the progress, so that the same command starts from the beginning. */
  void delete() {
    try {
      KafkaFutures.get(admin.deleteConsumerGroups(List.of(group)).all());
    } catch (GroupIdNotFoundException e) {
      // Nothing to delete: a short import saves no progress.
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
