package io.keeling.app.deadletter;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads {@code keeling.dead-letters}. Each call connects by itself; threads may share it. */
public final class DeadLetterLog {

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConnection kafka;

  public DeadLetterLog(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * Reads all that lies in the topic now, partition by partition in order of writing.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached
   */
  public void forEach(BiConsumer<DeadLetterId, DeadLetter> visitor) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DEAD_LETTERS.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (!ends.isEmpty()) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          visit(record, visitor);
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      }
    }
  }

  private static void visit(
      ConsumerRecord<byte[], byte[]> record, BiConsumer<DeadLetterId, DeadLetter> visitor) {
    try {
      DeadLetter letter = ContractSerdes.DEAD_LETTER.deserialize(record.topic(), record.value());
      if (letter != null) {
        visitor.accept(new DeadLetterId(record.partition(), record.offset()), letter);
      }
    } catch (SerializationException e) {
      // Not one of ours; whoever wrote it must look after it.
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
