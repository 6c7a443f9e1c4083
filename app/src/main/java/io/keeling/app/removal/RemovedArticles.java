package io.keeling.app.removal;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Remembers which articles are taken down, as {@code keeling.articles} says it in its order. For
 * one thread.
 */
public final class RemovedArticles {

  private final Set<String> removed = new HashSet<>();

  /** Reads a record, in the order of the topic. */
  public void see(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null || record.key() == null) {
      return;
    }
    String id = new String(record.key(), StandardCharsets.UTF_8);
    String decision = String.valueOf(HeaderValues.get(record.headers(), HeaderNames.REMOVAL));
    if (decision.equals(Removal.REMOVED)) {
      removed.add(id);
    } else if (decision.equals(Removal.RESTORED)) {
      removed.remove(id);
    }
  }

  public boolean contains(String id) {
    return removed.contains(id);
  }
}
