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
 * Writes to {@code keeling.corrections}. It connects when there is something to write. Threads may
 * share it.
 */
public final class CorrectionWriter implements AutoCloseable {

  /** How long a record may take, in milliseconds; who sends a form waits for it. Chosen. */
  private static final int PATIENCE_MILLIS = 10_000;

  /** How long closing waits: everything was waited for when it was written. */
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final @Nullable KafkaConnection kafka;
  private @Nullable KafkaProducer<String, byte[]> producer;
  private boolean closed;

  /**
   * @param kafka null where the desk follows no topic: nothing can be written then
   */
  public CorrectionWriter(@Nullable KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * Writes what was said, and returns once the brokers have it.
   *
   * @return the record's offset
   * @throws KafkaException if they do not take it; it may come all the same, and harms nobody when
   *     it is written again
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
