package io.keeling.ingest.fetch;

import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.SessionTimeout;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests from {@code keeling.fetches} and commits those that the ledger says are finished.
 * For one thread.
 */
final class FetchRequests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchRequests.class);

  static final String GROUP = "keeling-fetcher";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final OffsetLedger ledger;
  private long nextCommit = System.nanoTime();

  /**
   * @param revoked told which partitions another process takes over
   */
  FetchRequests(
      KafkaConnection kafka, OffsetLedger ledger, Consumer<Collection<TopicPartition>> revoked) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // The frontier writes in transactions; what it took back is not to be fetched.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SessionTimeout.MILLIS);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    this.ledger = ledger;
    consumer.subscribe(
        List.of(Topics.FETCHES.name()),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Nothing to prepare.
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
              revoked.accept(partitions);
              commitNow();
              ledger.forget(partitions);
            }
          }

          @Override
          public void onPartitionsLost(Collection<TopicPartition> partitions) {
            revoked.accept(partitions);
            ledger.forget(partitions);
          }
        });
  }

  /**
   * Waits a moment for requests.
   *
   * @param room whether more may be taken; without it the partitions pause, and only the group's
   *     heartbeat goes on
   */
  ConsumerRecords<String, byte[]> poll(boolean room) {
    if (room) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    if (System.nanoTime() - nextCommit >= 0) {
      nextCommit = System.nanoTime() + COMMIT_EVERY.toNanos();
      var offsets = ledger.committable();
      if (!offsets.isEmpty()) {
        consumer.commitAsync(
            offsets,
            (committed, failure) -> {
              if (failure == null) {
                ledger.committed(committed);
              } else {
                LOG.warn("Cannot commit fetches, trying again: {}", failure.toString());
              }
            });
      }
    }
    return records;
  }

  private void commitNow() {
    var offsets = ledger.committable();
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, CLOSE_LIMIT);
      ledger.committed(offsets);
    } catch (KafkaException e) {
      LOG.warn("Cannot commit fetches, some are fetched again: {}", e.toString());
    }
  }

  /** Commits what is finished and leaves the group. */
  @Override
  public void close() {
    commitNow();
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_LIMIT));
  }
}
