package io.keeling.app.reprocess;

import io.keeling.contract.serde.JsonSerde;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads values that anyone may have written. */
final class StoredValues {

  private StoredValues() {}

  /** The value; null if there is none or it is none of ours, which is a dead letter already. */
  static <T> @Nullable T read(JsonSerde<T> serde, ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.value() == null ? null : serde.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return null;
    }
  }
}
