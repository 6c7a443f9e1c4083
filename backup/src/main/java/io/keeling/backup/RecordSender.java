package io.keeling.backup;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records unchanged, and fails with the first that is refused. For one thread. */
final class RecordSender implements AutoCloseable {

  /** Longest time that closing waits for records that are not sent yet. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /**
   * How long a batch waits for more records, in milliseconds. No caller waits for a single record.
   */
  private static final int LINGER = 50;

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  RecordSender(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, Topics.CODEC);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends a record.
   *
   * @throws KafkaException if this record or an earlier one is refused
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback learns of a refusal
  void send(ProducerRecord<byte[], byte[]> record) {
    check();
    producer.send(
        record,
        (metadata, refusal) -> {
          if (refusal != null) {
            failure.compareAndSet(null, refusal);
          }
        });
  }

  /**
   * Waits until all records are stored.
   *
   * @throws KafkaException if a record is refused
   */
  void flush() {
    producer.flush();
    check();
  }

  private void check() {
    Exception refusal = failure.get();
    if (refusal instanceof KafkaException known) {
      throw known;
    }
    if (refusal != null) {
      throw new KafkaException(refusal);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
