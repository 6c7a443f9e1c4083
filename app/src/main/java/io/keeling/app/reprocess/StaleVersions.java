package io.keeling.app.reprocess;

import com.fasterxml.jackson.databind.ObjectReader;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Remembers the articles of which some version was last tagged by another enrichment than the
 * current one, as far as {@code keeling.enriched} still shows it. Even if the current enrichment
 * tagged the newest version, it may not have tagged the older ones. For one thread.
 */
final class StaleVersions {

  private record Label(String version, Enrichment enrichment) {}

  private static final ObjectReader LABEL = Json.MAPPER.readerFor(Label.class);

  private final String today;
  private final Map<String, Set<String>> stale = new HashMap<>();

  StaleVersions(String today) {
    this.today = today;
  }

  /** Adds a record, in the order of the topic. Ignores records that it cannot read. */
  void see(String article, ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      stale.remove(article);
      return;
    }
    try {
      Label label = LABEL.readValue(record.value());
      if (label.version() == null || label.enrichment() == null) {
        return;
      }
      if (!label.enrichment().version().equals(today)) {
        stale.computeIfAbsent(article, id -> new HashSet<>(1)).add(label.version());
      } else if (stale.containsKey(article)) {
        stale.get(article).remove(label.version());
      }
    } catch (IOException e) {
      // The record was not written by Keeling, so its author must handle it.
    }
  }

  boolean contains(String article) {
    return !stale.getOrDefault(article, Set.of()).isEmpty();
  }
}
