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
 * Remembers of which articles some version was tagged last by another enrichment than today's, as
 * far as {@code keeling.enriched} still shows it. An article whose newest version is today's may
 * have older ones that are not. For one thread.
 */
final class StaleVersions {

  private record Label(String version, Enrichment enrichment) {}

  private static final ObjectReader LABEL = Json.MAPPER.readerFor(Label.class);

  private final String today;
  private final Map<String, Set<String>> stale = new HashMap<>();

  StaleVersions(String today) {
    this.today = today;
  }

  /** Reads a record, in the order of the topic; ignores what it cannot read. */
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
      // Not one of ours; whoever wrote it must look after it.
    }
  }

  boolean contains(String article) {
    return !stale.getOrDefault(article, Set.of()).isEmpty();
  }
}
