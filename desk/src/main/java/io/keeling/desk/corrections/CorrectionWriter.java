package io.keeling.desk.corrections;

import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends corrections to {@code keeling.corrections}; it connects on first use. Threads may share it.
 */
public final class CorrectionWriter implements AutoCloseable {

  /**
   * Maximum duration of sending, in milliseconds. The editor who submitted the form waits for it.
   */
  private static final int PATIENCE_MILLIS = 10_000;

  /** Timeout for closing, which is short: each record was confirmed when it was sent. */
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final @Nullable KafkaConnection kafka;
  private @Nullable KafkaProducer<String, byte[]> producer;
  private boolean closed;

  /**
   * @param kafka null if the desk follows no topics and so cannot send
   */
  public CorrectionWriter(@Nullable KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * Sends a correction, and returns once the brokers have stored it.
   *
   * @return the record's offset
   * @throws KafkaException if they do not confirm it. It may be stored all the same; sending it
   *     again does no harm
   */
  public long write(TagCorrection correction) {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, UUID.randomUUID().toString());
    String topic = Topics.CORRECTIONS.name();
    byte[] value = ContractSerdes.TAG_CORRECTION.serialize(topic, headers, correction);
    return KafkaFutures.get(
            connected().send(new ProducerRecord<>(topic, null, correction.key(), value, headers)))
        .offset();
  }

  private synchronized KafkaProducer<String, byte[]> connected() {
    KafkaProducer<String, byte[]> connected = producer;
    if (connected == null) {
      if (kafka == null || closed) {
        throw new KafkaException("this desk writes to no topic");
      }
      Map<String, Object> properties = kafka.producerProperties();
      properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, Topics.CODEC);
      properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
      properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
      properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
      connected =
          new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
      producer = connected;
    }
    return connected;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (producer != null) {
      producer.close(CLOSING);
      producer = null;
    }
  }
}
