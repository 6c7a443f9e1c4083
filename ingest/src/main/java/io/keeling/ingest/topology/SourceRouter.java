package io.keeling.ingest.topology;

import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.source.Source;
import io.keeling.contract.text.PlainText;
import io.keeling.ingest.frontier.event.SourceChanged;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.streams.UnusableRecordException;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Routes changes of sources to the frontiers of their hosts. Remembers each source's host. So its
 * former host also receives a tombstone, which names no host, and the change of a source that moves
 * to another host. Used by one stream thread only.
 */
final class SourceRouter implements Processor<String, Source, String, SourceChanged> {

  static final String HOSTS = "source-hosts";

  private ProcessorContext<String, SourceChanged> context;
  private KeyValueStore<String, String> hosts;

  @Override
  public void init(ProcessorContext<String, SourceChanged> processorContext) {
    context = processorContext;
    hosts = context.getStateStore(HOSTS);
  }

  @Override
  public void process(Record<String, Source> record) {
    String id = record.key();
    Source source = record.value();
    String before = hosts.get(id);
    Optional<CanonicalUrl> url = source == null ? Optional.empty() : CanonicalUrl.of(source.url());
    if (source != null && url.isEmpty()) {
      throw new UnusableRecordException(
          "unusable-source", "source " + id + " has no http or https address");
    }
    // For the frontier, a paused source does not exist.
    boolean watched = source != null && !source.pausedNow();
    String host = watched ? url.orElseThrow().host() : null;
    if (before != null && !before.equals(host)) {
      context.forward(record.withKey(before).withValue(new SourceChanged(id, null)));
      hosts.delete(id);
    }
    if (source != null && host != null) {
      hosts.put(id, host);
      context.forward(
          record
              .withKey(host)
              .withValue(new SourceChanged(id, addressed(source, url.orElseThrow()))));
    }
  }

  private static Source addressed(Source source, CanonicalUrl url) {
    return new Source(
        source.id(),
        source.kind(),
        url.text(),
        PlainText.line(source.name(), ArticleLimits.OUTLET_NAME),
        source.language(),
        source.linkPattern(),
        source.every());
  }
}
