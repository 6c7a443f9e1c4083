package io.keeling.ingest.frontier;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.WorkersConfig;
import io.keeling.ingest.frontier.event.FrontierAction;
import io.keeling.ingest.frontier.event.FrontierEvent;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.frontier.event.SourceChanged;
import io.keeling.ingest.frontier.state.LinkState;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.metrics.TaskShares;
import io.keeling.ingest.source.SourceState;
import io.keeling.ingest.source.StateNames;
import io.keeling.reader.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The frontier of the hosts of one partition: receives changed sources, found links and read pages,
 * stores what the policies decide, and requests what is due. Used by one stream thread only.
 */
public final class FrontierProcessor
    implements Processor<String, FrontierEvent, String, FrontierAction>, FrontierEvent.Handler {

  /** How often the frontier checks what is due; a second more does not matter. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * Maximum number of outstanding requests to one host: enough to fill the host's queue, few enough
   * that no host fills the fetcher.
   */
  static final int OUTSTANDING_PER_HOST = 16;

  /**
   * Age limits that order what is due on a host: first what became due within the last minute, then
   * within ten minutes, then within an hour, then the rest. So today's news does not wait for days
   * behind the links of a large sitemap.
   */
  private static final List<Duration> LATELY =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

  /** How often old links are forgotten: the minute in {@code forgottenPerMinute}. */
  private static final Duration UPKEEP = Duration.ofMinutes(1);

  /** How often the sources are counted; monitoring reads the count no more often. */
  private static final Duration MEASURE = Duration.ofSeconds(15);

  private final IngestConfig config;
  private final SourcePolicy sourcePolicy;
  private final LinkPolicy linkPolicy;
  private final SourceBoard board;
  private final IngestMetrics metrics;

  private ProcessorContext<String, FrontierAction> context;
  private KeyValueStore<String, SourceState> sources;
  private KeyValueStore<String, LinkState> links;
  private DueIndex due;
  private HostGate gate;
  private LinkBudget budget;
  private TaskShares<SourceState>.Share share;

  public FrontierProcessor(IngestConfig config, SourceBoard board, IngestMetrics metrics) {
    this.config = config;
    this.sourcePolicy = new SourcePolicy(config.schedule());
    this.linkPolicy = new LinkPolicy(config.schedule());
    this.board = board;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, FrontierAction> processorContext) {
    context = processorContext;
    sources = context.getStateStore(StateNames.SOURCES);
    links = context.getStateStore(FrontierStores.LINKS);
    due = new DueIndex(context.getStateStore(FrontierStores.DUE));
    budget = new LinkBudget(context.getStateStore(FrontierStores.HOST_LINKS), config.links());
    ForgottenLinks forgotten = new ForgottenLinks(context, config.links());
    gate =
        new HostGate(
            context.getStateStore(FrontierStores.HOSTS),
            due,
            new Requests(context, sources, links, metrics),
            OUTSTANDING_PER_HOST,
            LATELY,
            WorkersConfig.REQUEST_EXPIRY);
    share = board.share(context.taskId().toString());
    try (KeyValueIterator<String, SourceState> i = sources.all()) {
      i.forEachRemaining(entry -> share.put(entry.key, entry.value));
    }
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, time -> gate.openDue(now()));
    context.schedule(
        UPKEEP, PunctuationType.WALL_CLOCK_TIME, time -> metrics.forgotten(forgotten.goOn(now())));
    context.schedule(MEASURE, PunctuationType.WALL_CLOCK_TIME, time -> board.refresh(now()));
  }

  @Override
  public void close() {
    if (share != null) {
      share.close();
    }
  }

  @Override
  public void process(Record<String, FrontierEvent> record) {
    String host = record.key();
    record.value().handle(host, this);
    gate.open(host, now());
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  @Override
  public void sourceChanged(String host, SourceChanged change) {
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
      share.remove(key);
      board.yields().forget(change.id());
      return;
    }
    SourceState after = sourcePolicy.changed(before, source, now());
    keep(key, after);
    if (!gate.isOutstanding(host, reference)) {
      due.put(host, after.due(), reference);
    }
  }

  @Override
  public void linkFound(String host, LinkFound link) {
    Optional<CanonicalUrl> url = CanonicalUrl.of(link.url());
    if (url.isEmpty()) {
      return;
    }
    String identity = url.get().identity();
    LinkState before = links.get(FrontierStores.key(host, identity));
    if (before == null) {
      LinkBudget.Refusal refusal = budget.refusal(url.get(), link);
      if (refusal != null) {
        leftOut(host, link, refusal);
        return;
      }
      metrics.linkFound(link.purpose());
    }
    keep(host, identity, before, linkPolicy.found(before, link, now()));
  }

  /**
   * Counts a link that is not followed, and writes a dead letter if it is the first of several left
   * out for the same reason.
   */
  private void leftOut(String host, LinkFound link, LinkBudget.Refusal refusal) {
    metrics.leftOut(refusal.reason());
    if (refusal.message() != null) {
      forward(
          DeadLetterWriter.leftOut(
              host, link, refusal.reason(), refusal.message(), context.recordMetadata(), now()));
    }
  }

  @Override
  public void pageRead(String host, PageRead read) {
    Page page = read.page();
    Optional<CanonicalUrl> url = CanonicalUrl.of(page.url());
    if (url.isEmpty()) {
      // An imported file without an address: the frontier has nothing to decide.
      forward(read.letter());
      return;
    }
    SourceState source = sources.get(FrontierStores.key(host, page.sourceId()));
    if (source != null
        && CanonicalUrl.of(source.source().url()).filter(url.get()::equals).isPresent()) {
      sourcePolled(host, source, read);
    } else {
      linkFetched(host, url.get(), read);
      if (source != null && read.news()) {
        keep(FrontierStores.key(host, source.source().id()), sourcePolicy.newsBelow(source, now()));
      }
    }
    if (page.status() != 0) {
      gate.answered(host, true);
    } else if (page.outcome() == FetchOutcome.UNREACHABLE) {
      gate.answered(host, false);
    }
    if (page.retryAt() != null && page.outcome() == FetchOutcome.RATE_LIMITED) {
      gate.rest(host, page.retryAt());
    }
  }

  private void sourcePolled(String host, SourceState before, PageRead read) {
    String reference = References.source(before.source().id());
    boolean asked = gate.completed(host, reference);
    DeadLetter letter = read.letter();
    SourceState after = sourcePolicy.polled(before, read, now());
    due.remove(host, before.due(), reference);
    due.put(host, after.due(), reference);
    keep(FrontierStores.key(host, before.source().id()), after);
    // A source that stays unreadable gets one dead letter, not one for each poll.
    if (letter != null && !(asked && letter.reason().equals(before.verdict()))) {
      forward(letter);
    }
  }

  private void linkFetched(String host, CanonicalUrl url, PageRead read) {
    String identity = url.identity();
    Page page = read.page();
    boolean asked = gate.completed(host, References.link(identity));
    LinkState before = links.get(FrontierStores.key(host, identity));
    if (before == null) {
      // A replayed request or an import has no schedule, but its dead letters are still written.
      forward(read.letter());
      if (DeadLetterWriter.failedForGood(page)) {
        forward(DeadLetterWriter.givenUp(host, page, null, context.recordMetadata(), now()));
      }
      return;
    }
    DeadLetter letter = read.letter();
    String why = letter == null ? null : letter.reason();
    boolean article = page.outcome() == FetchOutcome.FETCHED && letter == null;
    budget.fetched(url, before, page, article);
    LinkPolicy.Decision decision = linkPolicy.fetched(before, page, why, now());
    keep(host, identity, before, decision.state());
    if (letter != null && !(asked && letter.reason().equals(before.verdict()))) {
      forward(letter);
    }
    if (decision.givenUp()) {
      forward(DeadLetterWriter.givenUp(host, page, before, context.recordMetadata(), now()));
    }
  }

  private void keep(String key, SourceState after) {
    sources.put(key, after);
    share.put(key, after);
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
    budget.changed(host, before, after);
    if (after.due() != null && !gate.isOutstanding(host, reference)) {
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
