package io.keeling.sink.batch;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.sink.reading.RecordReading;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.sink.reading.RecordReading.Unreadable;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record on its way to the database. Thread-safe as long as nobody changes the record's bytes or
 * headers.
 */
public record BatchItem(ConsumerRecord<byte[], byte[]> record, RecordReading reading) {

  public static BatchItem of(ConsumerRecord<byte[], byte[]> record) {
    return new BatchItem(record, RecordReading.of(record));
  }

  public BatchItem as(RecordReading other) {
    return new BatchItem(record, other);
  }

  public TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** Returns the size of the value, in bytes. */
  public int bytes() {
    return Math.max(0, record.serializedValueSize());
  }

  /**
   * Returns the dead letter of this record.
   *
   * @param verdict why the record cannot be stored
   */
  public DeadLetter deadLetter(Unreadable verdict, Instant at) {
    DeadLetter letter =
        DeadLetters.of(
            Stage.SINK,
            verdict.reason(),
            verdict.message(),
            verdict.exception(),
            new RecordOrigin(
                record.topic(), record.partition(), record.offset(), DeadLetters.key(record.key())),
            record.headers(),
            record.value(),
            at);
    if (reading instanceof Store store) {
      Article article = store.article().article();
      return letter.about(article.source().id(), article.url());
    }
    return letter;
  }

  /** Leaves out the content, which must not reach a log. */
  @Override
  public String toString() {
    return "Item[" + partition() + "@" + record.offset() + "]";
  }
}
