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
 * Stores the progress of an import in Kafka, as the note of a committed offset in the import's own
 * consumer group: {@code keeling-import-} and a digest of its inputs and source. For one thread.
 *
 * <p>It is in Kafka because it says which pages this Kafka has: it moves and is lost with them, and
 * any machine with the archive can continue. It is a committed offset because brokers keep those as
 * safely as records and drop them by themselves, like pages, a week after the last by default. The
 * offset itself is always 0.
 */
final class ImportPositions implements AutoCloseable {

  static final String PREFIX = "keeling-import-";

  /** Hexadecimal digits of the digest: 64 bits, so that no two imports collide by chance. */
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

  /** Where an earlier run stopped; null if none did, or if its note cannot be read. */
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

  /** Ends the import, so that the same command starts from the beginning. */
  void delete() {
    try {
      KafkaFutures.get(admin.deleteConsumerGroups(List.of(group)).all());
    } catch (GroupIdNotFoundException e) {
      // A short import saves nothing.
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
