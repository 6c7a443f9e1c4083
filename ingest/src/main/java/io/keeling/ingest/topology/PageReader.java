package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.source.Source;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.drift.SourceYields;
import io.keeling.ingest.drift.YieldBoard;
import io.keeling.ingest.frontier.KnownPages;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.imports.PageImport;
import io.keeling.ingest.listing.Listing;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.ingest.source.Cadence;
import io.keeling.ingest.websub.FeedWatcher;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.reader.Reading;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.RecordPlace;
import io.keeling.runtime.deadline.RecordWorker;
import io.keeling.runtime.deadline.TookTooLongException;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads fetched pages, articles for their text and listings for their links, and reports the
 * outcome of each to the frontier of its host. Used by one stream thread only. The bytes are read
 * on the thread of a {@link RecordWorker}, which uses neither stores nor context.
 */
final class PageReader implements Processor<String, byte[], String, ReadAction> {

  private static final String ANY_ADDRESS = "http://unknown.invalid/";

  private final IngestConfig config;
  private final RecordWorker<Readers> reading;
  private final IngestMetrics metrics;
  private final YieldBoard board;
  private final FeedWatcher watcher;

  /** The readers of pages. Thread-safe, as reading that took too long may still be going on. */
  private record Readers(ArticleReader articles, ListingReader listings, FeedWatcher watcher) {

    ListingReader.Read listing(Page page, CanonicalUrl url, @Nullable Source source) {
      ListingReader.Read read =
          listings.read(page, url, source == null ? null : source.linkPattern());
      if (read.what() == FetchPurpose.FEED || page.purpose() == FetchPurpose.FEED) {
        watcher.polled(page, source);
      }
      return read;
    }
  }

  private ProcessorContext<String, ReadAction> context;
  private KnownPages known;
  private RepeatedTexts repeated;
  private SourceYields yields;

  /**
   * @param board receives the quality of pages
   * @param watcher is notified of every polled feed
   * @param deadline for reading a page
   */
  PageReader(
      IngestConfig config,
      ArticleReader articles,
      IngestMetrics metrics,
      YieldBoard board,
      FeedWatcher watcher,
      RecordDeadline deadline) {
    this.config = config;
    Readers readers = new Readers(articles, new ListingReader(Listing.MOST_LINKS), watcher);
    this.reading = deadline.worker(() -> readers);
    this.metrics = metrics;
    this.board = board;
    this.watcher = watcher;
  }

  @Override
  public void init(ProcessorContext<String, ReadAction> processorContext) {
    context = processorContext;
    known = KnownPages.of(context, config.links().depth());
    repeated = RepeatedTexts.of(context);
    yields = SourceYields.of(context, board);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Page page;
    try {
      page = Page.of(record.headers(), record.value());
    } catch (IllegalArgumentException e) {
      DeadLetter letter = letter(record, null, "malformed-page", String.valueOf(e.getMessage()));
      metrics.deadLetter(letter);
      forward(record, new ReadAction.NoPage(letter));
      return;
    }
    if (page.outcome() != FetchOutcome.FETCHED) {
      if (page.purpose() == FetchPurpose.FEED) {
        watcher.polled(page, known.source(record.key(), page.sourceId()));
      }
      report(record, PageRead.of(page, null));
      return;
    }
    var sample = metrics.startReading();
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    try (Step step = metrics.tracing().next("read", record.headers(), now)) {
      step.about(Detail.SOURCE, page.sourceId()).about(Detail.HOST, record.key());
      if (page.purpose() == FetchPurpose.ARTICLE) {
        step.about(Detail.OUTCOME, readArticle(record, page, sample, step));
      } else {
        step.about(Detail.OUTCOME, readListing(record, page, sample, step));
      }
    } catch (TookTooLongException e) {
      metrics.read(sample, page.purpose());
      report(
          record,
          PageRead.of(page, letter(record, page, e.reason(), String.valueOf(e.getMessage()))));
    }
  }

  /** Reads an article; returns the outcome as one word. */
  private String readArticle(
      Record<String, byte[]> record, Page page, Timer.Sample sample, Step step) {
    RawPage raw =
        new RawPage(
            page.body(),
            page.contentType(),
            page.finalUrl(),
            outlet(record.key(), page),
            page.fetchedAt());
    Reading read = reading.run(place(), readers -> readers.articles().read(raw));
    Reading outcome = repeated.check(record.key(), read);
    if (known.isFirstLook(record.key(), page)) {
      Article found = outcome instanceof Reading.Readable readable ? readable.article() : null;
      yields.read(page.sourceId(), found, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }
    return outcome.fold(
        article -> {
          if (!ArticleSize.fits(article, page.body().length)) {
            metrics.read(sample, page.purpose());
            String message = "the article is larger than a record of keeling.articles may be";
            return refuse(record, page, "too-large", message);
          }
          metrics.read(sample, page.purpose());
          Article owned = ofItsSource(article, page.sourceId(), raw.outlet());
          step.about(Detail.ARTICLE, owned.id());
          forward(record, new ReadAction.Found(owned, page.trace(), step.context()));
          report(record, PageRead.of(page, null));
          return "article";
        },
        unreadable -> {
          metrics.read(sample, page.purpose());
          return refuse(record, page, unreadable.reason().label(), unreadable.message());
        });
  }

  /** Reports a page that could not be read; returns the reason. */
  private String refuse(Record<String, byte[]> record, Page page, String reason, String message) {
    report(record, PageRead.of(page, letter(record, page, reason, message)));
    return reason;
  }

  /** Reads a listing; returns the outcome as one word. */
  private String readListing(
      Record<String, byte[]> record, Page page, Timer.Sample sample, Step step) {
    CanonicalUrl url =
        CanonicalUrl.of(page.finalUrl()).or(() -> CanonicalUrl.of(ANY_ADDRESS)).orElseThrow();
    Source source = known.source(record.key(), page.sourceId());
    ListingReader.Read read = reading.run(place(), readers -> readers.listing(page, url, source));
    metrics.read(sample, read.what());
    return read.listing()
        .fold(
            listed -> follow(record, page, read.what(), listed, step),
            unlisted -> {
              String reason = ListingReader.reason(read.what(), unlisted.reason());
              return refuse(record, page, reason, unlisted.message());
            });
  }

  /** Passes on the links of a listing; returns the outcome as one word. */
  private String follow(
      Record<String, byte[]> record,
      Page page,
      FetchPurpose what,
      Listing.Listed listed,
      Step step) {
    metrics.leftOut(listed.leftOut());
    List<LinkFound> fresh = known.fresh(record.key(), page, what, listed);
    fresh.forEach(link -> lead(record, link, step));
    Long ttl = listed.timeToLive().map(Duration::toSeconds).orElse(null);
    boolean news = known.isNews(record.key(), fresh);
    Cadence cadence = Cadence.of(listed.links());
    report(record, new PageRead(page, news, ttl, cadence, null));
    return listed.repaired() ? "repaired" : "links";
  }

  private void lead(Record<String, byte[]> record, LinkFound link, Step step) {
    CanonicalUrl.of(link.url())
        .ifPresent(
            target -> {
              discovered(link, target.host(), step);
              context.forward(record.withKey(target.host()).withValue(new ReadAction.Led(link)));
            });
  }

  /** Begins the trace of a page, at the link through which it was found. */
  private void discovered(LinkFound link, String host, Step listing) {
    try (Step step = metrics.tracing().first("discover", link.trace())) {
      step.about(Detail.SOURCE, link.sourceId()).about(Detail.HOST, host).linked(listing.context());
    }
  }

  /** Returns the outlet as in the catalogue; null for imports, whose pages name it themselves. */
  private @Nullable Outlet outlet(String host, Page page) {
    String name = known.outlet(host, page);
    Optional<CanonicalUrl> url = CanonicalUrl.of(page.finalUrl());
    return name == null || url.isEmpty()
        ? null
        : new Outlet(page.sourceId(), name, Domains.outlet(url.get()));
  }

  /** Assigns a page that was imported under a source's id to that source. */
  private static Article ofItsSource(Article article, String sourceId, @Nullable Outlet known) {
    if (known != null || sourceId.equals(PageImport.DEFAULT_SOURCE)) {
      return article;
    }
    Outlet named = article.source();
    return article.withSource(new Outlet(sourceId, named.name(), named.domain()));
  }

  private void report(Record<String, byte[]> record, PageRead read) {
    forward(record, new ReadAction.Report(read));
  }

  private RecordPlace place() {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    return new RecordPlace(place.topic(), place.partition(), place.offset());
  }

  @Override
  public void close() {
    reading.close();
    if (yields != null) {
      yields.close();
    }
  }

  private DeadLetter letter(
      Record<String, byte[]> record, @Nullable Page page, String reason, String message) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    DeadLetter letter =
        DeadLetters.of(
            Stage.READ,
            reason,
            message,
            null,
            new RecordOrigin(place.topic(), place.partition(), place.offset(), record.key()),
            record.headers(),
            record.value(),
            Instant.ofEpochMilli(context.currentSystemTimeMs()));
    return page == null ? letter : letter.about(page.sourceId(), page.url());
  }

  private void forward(Record<String, byte[]> record, ReadAction action) {
    context.forward(record.withValue(action));
  }
}
