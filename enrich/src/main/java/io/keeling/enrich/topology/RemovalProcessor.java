package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.runtime.streams.UnusableRecordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Takes articles down. It remembers the takedown, so that a version that is sent again is not
 * passed on. It also drops the versions that wait for their story, and passes the record on without
 * a value. Belongs to one stream task.
 */
final class RemovalProcessor implements Processor<String, Article, String, EnrichedArticle> {

  private ProcessorContext<String, EnrichedArticle> context;
  private KeyValueStore<String, VersionState> versions;
  private KeyValueStore<String, byte[]> waiting;

  @Override
  public void init(ProcessorContext<String, EnrichedArticle> context) {
    this.context = context;
    versions = context.getStateStore(EnrichStores.VERSIONS);
    waiting = context.getStateStore(EnrichStores.WAITING);
  }

  @Override
  public void process(Record<String, Article> input) {
    String decision = String.valueOf(HeaderValues.get(input.headers(), HeaderNames.REMOVAL));
    switch (decision) {
      case Removal.REMOVED -> remove(input);
      case Removal.RESTORED -> restore(input.key());
      default -> throw new UnusableRecordException("no-value", "the record has no value");
    }
  }

  private void remove(Record<String, Article> input) {
    VersionState state = versions.get(input.key());
    if (state == null) {
      state = VersionState.unseen("");
    }
    versions.put(input.key(), state.removed(Instant.ofEpochMilli(input.timestamp())));
    waitingOf(input.key()).forEach(waiting::delete);
    input.headers().remove(HeaderNames.REMOVAL);
    context.forward(input.withValue(null));
  }

  private void restore(String article) {
    VersionState state = versions.get(article);
    if (state == null || state.removedAt() == null) {
      return;
    }
    if (state.revision() == 0) {
      versions.delete(article);
    } else {
      versions.put(article, state.restored());
    }
  }

  private List<String> waitingOf(String article) {
    List<String> keys = new ArrayList<>();
    // The digits of a revision sort between '/' and ':'.
    try (KeyValueIterator<String, byte[]> range = waiting.range(article + "/", article + ":")) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> entry = range.next();
        keys.add(entry.key);
      }
    }
    return keys;
  }
}
