package io.keeling.sink;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes dead letters and waits until the broker has acknowledged them. Thread-safe. */
final class DeadLetterSender implements AutoCloseable {

  /** How long the producer retries by itself; after that, the sink retries for ever. */
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;

  DeadLetterSender(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "keeling-sink-dead-letters");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, Topics.CODEC);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    int limit = Math.toIntExact(ATTEMPT.toMillis());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, limit / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, limit);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limit);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * @throws KafkaException if the broker does not confirm all letters; some may be written
   */
  void send(List<DeadLetter> letters) {
    // If the topic is unknown, waits for it once instead of once per letter.
    var unused = producer.partitionsFor(Topics.DEAD_LETTERS.name());
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    letters.forEach(letter -> sent.add(producer.send(DeadLetters.record(letter))));
    for (int i = 0; i < sent.size(); i++) {
      try {
        KafkaFutures.get(sent.get(i));
      } catch (RecordTooLargeException e) {
        KafkaFutures.get(producer.send(DeadLetters.record(letters.get(i).withoutContent())));
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
