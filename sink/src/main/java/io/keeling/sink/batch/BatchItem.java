package io.keeling.sink.batch;

import io.keeling.sink.reading.RecordReader;
import io.keeling.sink.reading.RecordReading;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record on its way to the database. Immutable; threads may share it as long as nobody writes to
 * the record's bytes or headers.
 *
 * @param record as it came
 * @param reading what it says
 */
public record BatchItem(ConsumerRecord<byte[], byte[]> record, RecordReading reading) {

  /** Reads a record. */
  public static BatchItem of(ConsumerRecord<byte[], byte[]> record) {
    return new BatchItem(record, RecordReader.read(record));
  }

  /** The same record, seen otherwise. */
  public BatchItem as(RecordReading other) {
    return new BatchItem(record, other);
  }

  /** The partition it came from. */
  public TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** Size of the value, in bytes. */
  public int bytes() {
    return Math.max(0, record.serializedValueSize());
  }

  /** Names the record without its content, which never reaches a log. */
  @Override
  public String toString() {
    return "Item[" + partition() + "@" + record.offset() + "]";
  }
}
