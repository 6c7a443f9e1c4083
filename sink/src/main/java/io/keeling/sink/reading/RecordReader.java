package io.keeling.sink.reading;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.StorableJson;
import io.keeling.sink.reading.RecordReading.Remove;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.sink.reading.RecordReading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads records of {@code keeling.enriched}. */
public final class RecordReader {

  private RecordReader() {}

  /** Reads one record; never throws for bad content. */
  public static RecordReading read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return new Unreadable("no-key", "the record has no key");
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      // PostgreSQL knows no such id, so there is nothing to forget.
      return key.indexOf('\u0000') < 0
          ? new Remove(key)
          : new Unreadable("wrong-key", "the key has a NUL character");
    }
    EnrichedArticle article;
    try {
      article = ContractSerdes.ENRICHED_ARTICLE.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return new Unreadable("unreadable", String.valueOf(e.getMessage()), e.getClass().getName());
    }
    if (article == null) {
      return new Unreadable("unreadable", "the value is JSON null; to delete, leave it out");
    }
    if (!article.article().id().equals(key)) {
      return new Unreadable("wrong-key", "the key is not the article's id");
    }
    Optional<String> problem = StorableJson.problem(record.value());
    if (problem.isPresent()) {
      return new Unreadable("unstorable-text", problem.get());
    }
    return new Store(
        article, record.value(), HeaderValues.get(record.headers(), HeaderNames.TRACE));
  }
}
