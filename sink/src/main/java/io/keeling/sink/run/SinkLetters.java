package io.keeling.sink.run;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.sink.batch.BatchItem;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.sink.reading.RecordReading.Unreadable;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes dead letters of records that cannot be stored. */
final class SinkLetters {

  private SinkLetters() {}

  /**
   * The dead letter of a record.
   *
   * @param item the record, read as what it is, or would be if the database took it
   * @param verdict why it cannot be stored
   */
  static DeadLetter of(BatchItem item, Unreadable verdict, Instant at) {
    ConsumerRecord<byte[], byte[]> record = item.record();
    DeadLetter letter =
        DeadLetters.of(
            Stage.SINK,
            verdict.reason(),
            verdict.message(),
            verdict.exception(),
            new Origin(
                record.topic(), record.partition(), record.offset(), DeadLetters.key(record.key())),
            record.headers(),
            record.value(),
            at);
    if (item.reading() instanceof Store store) {
      Article article = store.article().article();
      return letter.about(article.source().id(), article.url());
    }
    return letter;
  }
}
