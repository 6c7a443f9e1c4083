package io.keeling.sink.run;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.HeaderNames;
import io.keeling.contract.serde.HeaderValues;
import io.keeling.sink.batch.Item;
import io.keeling.sink.reading.Reading.Store;
import io.keeling.sink.reading.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of records that cannot be stored. Stateless; threads may share it. */
final class DeadLetters {

  private DeadLetters() {}

  /**
   * The dead letter of a record.
   *
   * @param item the record, read as what it is, or would be if the database took it
   * @param verdict why it cannot be stored
   */
  static DeadLetter of(Item item, Unreadable verdict, Instant at) {
    ConsumerRecord<byte[], byte[]> record = item.record();
    Article article = item.reading() instanceof Store store ? store.article().article() : null;
    return new DeadLetter(
        Stage.SINK,
        verdict.reason(),
        verdict.message(),
        null,
        new Origin(record.topic(), record.partition(), record.offset(), text(record.key())),
        article == null ? null : article.source().id(),
        article == null ? null : article.url(),
        HeaderValues.get(record.headers(), HeaderNames.TRACE),
        at,
        headers(record),
        record.value());
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> result = new HashMap<>();
    for (Header header : record.headers()) {
      String value = text(header.value());
      if (value != null) {
        result.put(header.key(), value);
      }
    }
    return result;
  }

  private static @Nullable String text(byte @Nullable [] utf8) {
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }
}
