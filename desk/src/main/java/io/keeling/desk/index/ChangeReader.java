package io.keeling.desk.index;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.search.Change;
import io.keeling.storage.StorableJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Parses records of {@code keeling.enriched}. Records that the sink refuses are skipped; the sink
 * writes dead letters for them.
 */
public final class ChangeReader {

  private ChangeReader() {}

  /** The change in a record; empty if the record cannot be read. */
  public static Optional<Change> read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return Optional.empty();
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      return Optional.of(new Change.Remove(key));
    }
    EnrichedArticle article;
    try {
      article = ContractSerdes.ENRICHED_ARTICLE.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return Optional.empty();
    }
    if (article == null
        || !article.article().id().equals(key)
        || StorableJson.problem(record.value()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Change.Put(article));
  }
}
