package io.keeling.app.deadletter;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of a dead letter to its origin topic again. To replay twice is harmless: every
 * stage behind knows what it has seen. Not for sharing between threads.
 */
public final class Replay implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final KafkaConnection kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  public Replay(KafkaConnection kafka) {
    this.kafka = kafka;
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Replays one dead letter and waits until the broker has it.
   *
   * @return false if its record was too large to travel in the dead letter and is no longer in its
   *     topic
   * @throws org.apache.kafka.common.KafkaException if the broker does not take it
   */
  public boolean replay(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        letter.payload() != null ? fromLetter(letter) : fromTopic(letter);
    if (record == null) {
      return false;
    }
    try {
      producer.send(record).get();
      return true;
    } catch (ExecutionException e) {
      throw new org.apache.kafka.common.KafkaException(
          "cannot replay to " + record.topic(), e.getCause());
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private static ProducerRecord<byte[], byte[]> fromLetter(DeadLetter letter) {
    List<Header> headers =
        letter.headers().entrySet().stream()
            .<Header>map(
                h -> new RecordHeader(h.getKey(), h.getValue().getBytes(StandardCharsets.UTF_8)))
            .toList();
    String key = letter.origin().key();
    return new ProducerRecord<>(
        letter.origin().topic(),
        null,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        letter.payload(),
        new RecordHeaders(headers));
  }

  private @Nullable ProducerRecord<byte[], byte[]> fromTopic(DeadLetter letter) {
    TopicPartition partition =
        new TopicPartition(letter.origin().topic(), letter.origin().partition());
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      if (consumer.beginningOffsets(List.of(partition)).get(partition) > letter.origin().offset()) {
        return null;
      }
      consumer.seek(partition, letter.origin().offset());
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LIMIT)) {
        if (record.offset() == letter.origin().offset()) {
          return new ProducerRecord<>(
              record.topic(), null, record.key(), record.value(), record.headers());
        }
      }
      return null;
    }
  }

  @Override
  public void close() {
    producer.close(LIMIT);
  }
}
