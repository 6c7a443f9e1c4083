package io.keeling.ingest.frontier;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.ingest.FetchConfig;
import io.keeling.ingest.ScheduleConfig;
import io.keeling.ingest.topology.IngestMetrics;
import io.keeling.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The frontier of the hosts of one partition: hears of sources, links and pages, keeps what the
 * policies decide, and asks for what is due. For one stream thread.
 */
public final class FrontierProcessor
    implements Processor<String, FrontierEvent, String, FrontierAction> {

  private final ScheduleConfig schedule;
  private final FetchConfig fetch;
  private final SourcePolicy sourcePolicy;
  private final LinkPolicy linkPolicy;
  private final IngestMetrics metrics;

  private ProcessorContext<String, FrontierAction> context;
  private KeyValueStore<String, SourceState> sources;
  private KeyValueStore<String, LinkState> links;
  private DueIndex due;
  private HostGate gate;

  public FrontierProcessor(ScheduleConfig schedule, FetchConfig fetch, IngestMetrics metrics) {
    this.schedule = schedule;
    this.fetch = fetch;
    this.sourcePolicy = new SourcePolicy(schedule);
    this.linkPolicy = new LinkPolicy(schedule);
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, FrontierAction> processorContext) {
    context = processorContext;
    sources = context.getStateStore(FrontierStores.SOURCES);
    links = context.getStateStore(FrontierStores.LINKS);
    due = new DueIndex(context.getStateStore(FrontierStores.DUE));
    gate =
        new HostGate(
            context.getStateStore(FrontierStores.HOSTS),
            due,
            new Requests(context, sources, links, metrics)::ask,
            schedule.outstandingPerHost(),
            fetch.requestExpiry());
    context.schedule(schedule.tick(), PunctuationType.WALL_CLOCK_TIME, now -> gate.openDue(now()));
  }

  @Override
  public void process(Record<String, FrontierEvent> record) {
    String host = record.key();
    FrontierEvent event = record.value();
    if (event instanceof SourceChanged change) {
      changed(host, change);
    } else if (event instanceof LinkFound link) {
      found(host, link);
    } else if (event instanceof PageRead read) {
      pageRead(host, read);
    }
    gate.open(host, now());
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  private void changed(String host, SourceChanged change) {
    String key = FrontierStores.key(host, change.id());
    String reference = References.source(change.id());
    SourceState before = sources.get(key);
    Source source = change.source();
    if (before != null && before.source().equals(source)) {
      return;
    }
    if (before != null) {
      due.remove(host, before.due(), reference);
    }
    if (source == null) {
      sources.delete(key);
      return;
    }
    SourceState after = sourcePolicy.changed(before, source, now());
    sources.put(key, after);
    if (!gate.asked(host, reference)) {
      due.put(host, after.due(), reference);
    }
  }

  private void found(String host, LinkFound link) {
    Optional<CanonicalUrl> url = CanonicalUrl.of(link.url());
    if (url.isEmpty()) {
      return;
    }
    String identity = url.get().identity();
    LinkState before = links.get(FrontierStores.key(host, identity));
    LinkState after = linkPolicy.found(before, link, now());
    if (before == null) {
      metrics.linkFound(link.purpose());
    }
    keep(host, identity, before, after);
  }

  private void pageRead(String host, PageRead read) {
    Page page = read.page();
    Optional<CanonicalUrl> url = CanonicalUrl.of(page.url());
    if (url.isEmpty()) {
      forward(read.letter()); // An imported file: the frontier has nothing to decide.
      return;
    }
    String identity = url.get().identity();
    SourceState source = sources.get(FrontierStores.key(host, page.sourceId()));
    if (source != null
        && CanonicalUrl.of(source.source().url()).filter(url.get()::equals).isPresent()) {
      sourcePolled(host, source, read);
    } else {
      linkFetched(host, identity, read);
    }
    if (page.retryAt() != null
        && page.outcome() == io.keeling.contract.fetch.FetchOutcome.RATE_LIMITED) {
      gate.rest(host, page.retryAt());
    }
  }

  private void sourcePolled(String host, SourceState before, PageRead read) {
    String reference = References.source(before.source().id());
    boolean asked = gate.came(host, reference);
    Page page = read.page();
    DeadLetter letter = read.letter();
    String why = letter == null ? null : letter.reason();
    SourceState after =
        sourcePolicy.polled(before, page, why, read.news(), read.ttlSeconds(), now());
    due.remove(host, before.due(), reference);
    due.put(host, after.due(), reference);
    sources.put(FrontierStores.key(host, before.source().id()), after);
    // A source that stays unreadable is one dead letter, not one for each poll.
    if (letter != null && !(asked && letter.reason().equals(before.verdict()))) {
      forward(letter);
    }
  }

  private void linkFetched(String host, String identity, PageRead read) {
    Page page = read.page();
    boolean asked = gate.came(host, References.link(identity));
    LinkState before = links.get(FrontierStores.key(host, identity));
    if (before == null) {
      // A replayed request, or an import: no schedule, but nothing is dropped.
      forward(read.letter());
      if (LetterWriter.failedForGood(page)) {
        forward(LetterWriter.givenUp(host, page, null, context.recordMetadata(), now()));
      }
      return;
    }
    DeadLetter letter = read.letter();
    String why = letter == null ? null : letter.reason();
    LinkPolicy.Decision decision = linkPolicy.fetched(before, page, why, now());
    keep(host, identity, before, decision.state());
    if (letter != null && !(asked && letter.reason().equals(before.verdict()))) {
      forward(letter);
    }
    if (decision.givenUp()) {
      forward(LetterWriter.givenUp(host, page, before, context.recordMetadata(), now()));
    }
  }

  private void keep(String host, String identity, @Nullable LinkState before, LinkState after) {
    if (after.equals(before)) {
      return;
    }
    String reference = References.link(identity);
    if (before != null && before.due() != null) {
      due.remove(host, before.due(), reference);
    }
    links.put(FrontierStores.key(host, identity), after);
    if (after.due() != null && !gate.asked(host, reference)) {
      due.put(host, after.due(), reference);
    }
  }

  private void forward(@Nullable DeadLetter letter) {
    if (letter != null) {
      metrics.deadLetter(letter);
      forward(letter.origin().key(), new FrontierAction.GiveUp(letter));
    }
  }

  private void forward(@Nullable String key, FrontierAction action) {
    context.forward(new Record<>(key, action, context.currentSystemTimeMs()));
  }
}
