package io.keeling.ingest.fetch;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.tracing.Step;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes pages and dead letters to Kafka. Thread-safe. */
public final class PageWriter implements AutoCloseable {

  /** How long closing waits for unsent records: a part of the close time-out. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /** Milliseconds for which records are collected before they are sent: Kafka's own default. */
  private static final int LINGER = 5;

  private final Producer<String, byte[]> producer;
  private int underWay;

  /**
   * @param buffer memory for unsent records, in bytes
   */
  public PageWriter(KafkaConnection kafka, String clientId, long buffer) {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    // The topic's own compression, so that the broker need not recompress.
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, buffer);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER);
    this.producer = KafkaConnection.producer(properties);
  }

  /**
   * Writes a page; blocks while the buffer is full.
   *
   * @param done receives null when the page is written, otherwise the failure; called on any thread
   */
  public void write(String key, Page page, Consumer<@Nullable Exception> done) {
    write(key, page, Step.NONE, done);
  }

  /** Writes a page as part of a traced step. */
  void write(String key, Page page, Step step, Consumer<@Nullable Exception> done) {
    Headers headers = page.headers();
    step.inject(headers);
    send(new ProducerRecord<>(Topics.PAGES.name(), null, key, page.body(), headers), done);
  }

  public void write(DeadLetter letter, Consumer<@Nullable Exception> done) {
    ProducerRecord<byte[], byte[]> record = DeadLetters.record(letter);
    String key = letter.origin().key();
    send(new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers()), done);
  }

  void write(ProducerRecord<String, byte[]> record, Consumer<@Nullable Exception> done) {
    send(record, done);
  }

  public static boolean tooLarge(Exception failure) {
    return failure instanceof RecordTooLargeException;
  }

  private void send(ProducerRecord<String, byte[]> record, Consumer<@Nullable Exception> done) {
    change(1);
    try {
      var unused =
          producer.send(
              record,
              (metadata, failure) -> {
                done.accept(failure);
                change(-1);
              });
    } catch (KafkaException e) {
      done.accept(e);
      change(-1);
    }
  }

  private synchronized void change(int difference) {
    underWay += difference;
    notifyAll();
  }

  synchronized void awaitWritten(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      for (long left = limit.toMillis(); underWay > 0 && left > 0; ) {
        wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
