package io.keeling.app.deadletter;

import io.keeling.app.kafka.KafkaRecords;
import io.keeling.app.kafka.RecordPosition;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.function.BiConsumer;

/** Reads {@code keeling.dead-letters}. Each call opens its own connection; threads may share it. */
public final class DeadLetterLog {

  private final KafkaConnection kafka;

  public DeadLetterLog(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /** Reads all current dead letters, partition by partition in order of writing. */
  public void forEach(BiConsumer<RecordPosition, DeadLetter> visitor) {
    KafkaRecords.forEach(
        kafka,
        Topics.DEAD_LETTERS,
        record -> {
          DeadLetter letter = KafkaRecords.value(ContractSerdes.DEAD_LETTER, record);
          if (letter != null) {
            visitor.accept(RecordPosition.of(record), letter);
          }
        });
  }
}
