package io.keeling.app.deadletter;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads {@code keeling.dead-letters}. Each call connects by itself; threads may share it. */
public final class DeadLetterLog {

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
    try (TopicScan scan = new TopicScan(kafka, Topics.DEAD_LETTERS.name(), null)) {
      scan.forEachRemaining(record -> visit(record, visitor));
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
}
