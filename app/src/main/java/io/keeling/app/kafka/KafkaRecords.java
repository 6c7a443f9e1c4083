package io.keeling.app.kafka;

import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads all records of a topic, some of which may come from other writers. */
public final class KafkaRecords {

  private KafkaRecords() {}

  /**
   * Passes every committed record of a topic to a reader, partition by partition.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public static void forEach(
      KafkaConnection kafka, TopicSpec topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (TopicScan scan = new TopicScan(kafka, topic.name(), null)) {
      scan.forEachRemaining(reader);
    }
  }

  /**
   * Returns the value of a record; null if the record has no value, or its value cannot be read.
   */
  public static <T> @Nullable T value(JsonSerde<T> serde, ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.value() == null ? null : serde.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return null;
    }
  }

  public static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
