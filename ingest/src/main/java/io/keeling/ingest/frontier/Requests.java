package io.keeling.ingest.frontier;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.frontier.event.FrontierAction;
import io.keeling.ingest.frontier.state.LinkState;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.source.SourceState;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Requests sources and links that are due. Not thread-safe. */
final class Requests implements HostGate.Asker {

  private final ProcessorContext<String, FrontierAction> context;
  private final KeyValueStore<String, SourceState> sources;
  private final KeyValueStore<String, LinkState> links;
  private final IngestMetrics metrics;

  Requests(
      ProcessorContext<String, FrontierAction> context,
      KeyValueStore<String, SourceState> sources,
      KeyValueStore<String, LinkState> links,
      IngestMetrics metrics) {
    this.context = context;
    this.sources = sources;
    this.links = links;
    this.metrics = metrics;
  }

  @Override
  public boolean ask(String host, String reference, Instant now) {
    String key = FrontierStores.key(host, References.target(reference));
    if (References.isSource(reference)) {
      SourceState state = sources.get(key);
      return state != null && poll(host, request(state, now), Trace.of(key, now));
    }
    LinkState state = links.get(key);
    return state != null
        && state.due() != null
        && ask(
            host, request(state, now), state.trace(), metrics.tracing().afterFirst(state.trace()));
  }

  /** Polls a source. Each poll begins a new trace. */
  private boolean poll(String host, FetchRequest request, String trace) {
    try (Step step = metrics.tracing().first("poll", trace)) {
      step.about(Detail.SOURCE, request.sourceId()).about(Detail.HOST, host);
      return ask(host, request, trace, step.context());
    }
  }

  @Override
  public List<DueIndex.Entry> dueSources(String host, Instant now) {
    List<DueIndex.Entry> entries = new ArrayList<>();
    try (KeyValueIterator<String, SourceState> i =
        sources.range(FrontierStores.key(host, ""), FrontierStores.key(host, "~"))) {
      while (i.hasNext()) {
        SourceState state = i.next().value;
        if (!state.due().isAfter(now)) {
          entries.add(new DueIndex.Entry(state.due(), References.source(state.source().id())));
        }
      }
    }
    entries.sort(Comparator.comparing(DueIndex.Entry::due));
    return entries;
  }

  private boolean ask(
      String host, FetchRequest request, String trace, @Nullable String traceParent) {
    metrics.asked(request.purpose());
    context.forward(
        new Record<>(
            host,
            new FrontierAction.Ask(request, trace, traceParent),
            request.requestedAt().toEpochMilli()));
    return true;
  }

  private static FetchRequest request(SourceState state, Instant now) {
    return new FetchRequest(
        state.source().url(),
        purpose(state.source().kind()),
        state.source().id(),
        now,
        state.failures() + 1,
        state.etag(),
        state.lastModified());
  }

  private static FetchRequest request(LinkState state, Instant now) {
    return new FetchRequest(
        state.url(),
        state.purpose(),
        state.sourceId(),
        now,
        state.failures() + 1,
        state.etag(),
        state.lastModified());
  }

  private static FetchPurpose purpose(SourceKind kind) {
    return switch (kind) {
      case FEED -> FetchPurpose.FEED;
      case SITEMAP -> FetchPurpose.SITEMAP;
      case SECTION -> FetchPurpose.SECTION;
      case PAGE -> FetchPurpose.ARTICLE;
    };
  }
}
