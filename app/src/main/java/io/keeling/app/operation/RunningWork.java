package io.keeling.app.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.app.kafka.Kafka;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the progress of a bulk command to the desk, as the metadata of an offset committed by a
 * separate group, in the same way as imports. The group is deleted when the command ends. A failure
 * to report does not stop the command. Not for sharing between threads.
 */
public final class RunningWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningWork.class);

  static final String PREFIX = "keeling-work-";

  private static final TopicPartition SLOT = new TopicPartition(Topics.ARTICLES.name(), 0);

  /** Pause between reports, so that they cost nothing. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Time limit for Kafka while the command waits: a report is not worth a longer wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Maximum number of groups read. Only three commands create such groups. */
  private static final int MOST = 20;

  /**
   * The progress of a command.
   *
   * @param done number of items done
   * @param at when this was reported
   */
  record Mark(long done, Instant at) {}

  private final Admin admin;
  private final String group;
  private long toldNanos;
  private boolean told;
  private boolean refused;

  private RunningWork(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
    this.toldNanos = System.nanoTime() - PAUSE.toNanos();
  }

  /**
   * Starts reporting a command: {@code reprocess-articles}, {@code reprocess-pages} or {@code
   * replay}.
   */
  public static RunningWork of(KafkaConnection kafka, String what) {
    return new RunningWork(Kafka.admin(kafka, PATIENCE), PREFIX + what);
  }

  /** Reports the number of items done, unless the last report is too recent. */
  public void at(long done) {
    if (refused || System.nanoTime() - toldNanos < PAUSE.toNanos()) {
      return;
    }
    toldNanos = System.nanoTime();
    try {
      String note = Json.MAPPER.writeValueAsString(new Mark(done, Instant.now()));
      KafkaFutures.get(
          admin
              .alterConsumerGroupOffsets(group, Map.of(SLOT, new OffsetAndMetadata(0, note)))
              .all());
      told = true;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mark is always JSON", e);
    } catch (KafkaException e) {
      LOG.debug("cannot report progress to the desk", e);
      refused = true;
    }
  }

  /** Returns the reports by command, including those of commands killed within the last week. */
  static Map<String, Mark> all(Admin admin) {
    Map<String, Mark> marks = new TreeMap<>();
    KafkaFutures.get(admin.listGroups().all()).stream()
        .map(GroupListing::groupId)
        .filter(group -> group.startsWith(PREFIX))
        .sorted()
        .limit(MOST)
        .forEach(
            group ->
                Optional.ofNullable(
                        KafkaFutures.get(
                                admin
                                    .listConsumerGroupOffsets(group)
                                    .partitionsToOffsetAndMetadata())
                            .get(SLOT))
                    .flatMap(RunningWork::read)
                    .ifPresent(mark -> marks.put(group.substring(PREFIX.length()), mark)));
    return marks;
  }

  private static Optional<Mark> read(OffsetAndMetadata offset) {
    try {
      return Optional.of(Json.MAPPER.readValue(offset.metadata(), Mark.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Deletes the report, whether the command succeeded or not. */
  @Override
  public void close() {
    try {
      if (told) {
        KafkaFutures.get(admin.deleteConsumerGroups(List.of(group)).all());
      }
    } catch (KafkaException e) {
      LOG.debug("cannot delete the progress report for the desk", e);
    } finally {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
