package io.keeling.app.reprocess;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to their topic again, with the same key, value and headers, so that consumers
 * handle them like any other. Sends a few hundred at a time, and no faster than consumers read
 * them. For one thread.
 */
final class Resender implements AutoCloseable {

  /** Time limit for closing after a failure with records unsent, as a person waits. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** Transaction time-out in milliseconds: short, as readers wait for later records. */
  private static final int TRANSACTION_MILLIS = 20_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Backlog backlog;
  private final boolean transactional;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private int room;
  private int underWay;

  /**
   * @param transaction transactional id, under which only one process can send; null to send
   *     without transactions, so that live records of the topic never wait
   * @param backlog limits the number of records sent together, and, if transactions are used, in
   *     one transaction
   */
  Resender(KafkaConnection kafka, @Nullable String transaction, Backlog backlog) {
    Map<String, Object> properties = kafka.producerProperties();
    // Pages, which are sent without a transaction, are compressed with their topic's own codec.
    properties.put(
        ProducerConfig.COMPRESSION_TYPE_CONFIG, transaction == null ? "zstd" : Topics.CODEC);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    if (transaction != null) {
      properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transaction);
      properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
    }
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.backlog = backlog;
    this.transactional = transaction != null;
    if (transactional) {
      producer.initTransactions();
    }
  }

  /** Sends records in this order, all in one transaction if there are transactions. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback gets every outcome
  void send(List<ConsumerRecord<byte[], byte[]>> records) {
    if (underWay == 0) {
      room = backlog.awaitRoom();
      if (transactional) {
        producer.beginTransaction();
      }
    }
    for (ConsumerRecord<byte[], byte[]> record : records) {
      producer.send(
          new ProducerRecord<>(
              record.topic(), null, record.key(), record.value(), record.headers()),
          (metadata, exception) -> {
            if (exception != null) {
              failure.compareAndSet(null, exception);
            }
          });
    }
    underWay += records.size();
    if (underWay >= room) {
      finish();
    }
  }

  /**
   * Sends an article's versions, marked so that enrich also publishes versions that it has seen
   * before.
   */
  void sendAgain(VersionList article, List<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(
        record ->
            HeaderValues.put(
                record.headers(), HeaderNames.SENT_AGAIN, article.newestFetch().toString()));
    send(records);
  }

  void finish() {
    if (underWay == 0) {
      return;
    }
    underWay = 0;
    producer.flush();
    Exception lost = failure.get();
    if (lost != null) {
      throw new KafkaException("records could not be sent: " + lost.getMessage(), lost);
    }
    if (transactional) {
      producer.commitTransaction();
    }
  }

  /** Closes the producer; an open transaction is aborted. */
  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
