package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.LinksConfig;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.websub.FeedWatcher;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Frontier and reader without a broker, on a clock that the test turns. */
final class IngestDriver implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  static final String FEED = "https://news.example/feed.xml";

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> sources;
  private final TestInputTopic<String, byte[]> pages;
  private final TestInputTopic<String, byte[]> removals;
  private final TestOutputTopic<String, FetchRequest> fetches;
  private final TestOutputTopic<String, Article> articles;
  private final TestOutputTopic<String, DeadLetter> letters;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SourceBoard board = new SourceBoard(SourceHealthConfig.defaults(), meters);
  private Instant now = START;

  IngestDriver(Path directory) {
    this(directory, ScheduleConfig.defaults());
  }

  IngestDriver(Path directory, ScheduleConfig schedule) {
    this(directory, schedule, new ArticleReader());
  }

  IngestDriver(Path directory, ScheduleConfig schedule, ArticleReader reader) {
    this(directory, schedule, LinksConfig.defaults(), reader);
  }

  IngestDriver(Path directory, ScheduleConfig schedule, LinksConfig links, ArticleReader reader) {
    this(directory, schedule, links, reader, FeedWatcher.NONE, new RecordDeadline());
  }

  IngestDriver(Path directory, ArticleReader reader, FeedWatcher watcher, RecordDeadline deadline) {
    this(directory, ScheduleConfig.defaults(), LinksConfig.defaults(), reader, watcher, deadline);
  }

  IngestDriver(Path directory, ScheduleConfig schedule, LinksConfig links) {
    this(directory, schedule, links, new ArticleReader(), FeedWatcher.NONE, new RecordDeadline());
  }

  private IngestDriver(
      Path directory,
      ScheduleConfig schedule,
      LinksConfig links,
      ArticleReader reader,
      FeedWatcher watcher,
      RecordDeadline deadline) {
    IngestMetrics metrics = new IngestMetrics(meters);
    IngestConfig config =
        IngestConfig.defaults().with(schedule, links, StreamsRunConfig.defaults(directory));
    var settings = IngestStreamsSettings.of(KafkaConnection.to("nowhere:9092"), config, metrics);
    // The driver loses what a handler writes in a transaction of its own.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            new IngestTopology(
                    config,
                    reader,
                    board,
                    metrics,
                    1,
                    watcher,
                    deadline,
                    Stores::inMemoryKeyValueStore)
                .build(),
            settings,
            START);
    sources =
        driver.createInputTopic(
            Topics.SOURCES.name(), new StringSerializer(), new ByteArraySerializer());
    pages =
        driver.createInputTopic(
            Topics.PAGES.name(), new StringSerializer(), new ByteArraySerializer());
    removals =
        driver.createInputTopic(
            Topics.REMOVALS.name(), new StringSerializer(), new ByteArraySerializer());
    fetches =
        driver.createOutputTopic(
            Topics.FETCHES.name(), new StringDeserializer(), ContractSerdes.FETCH_REQUEST);
    articles =
        driver.createOutputTopic(
            Topics.ARTICLES.name(), new StringDeserializer(), ContractSerdes.ARTICLE);
    letters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new StringDeserializer(), ContractSerdes.DEAD_LETTER);
  }

  static Source feed(String id, String url, @Nullable Duration every) {
    return new Source(id, SourceKind.FEED, url, "The News", "en", null, every);
  }

  void source(Source source) {
    sources.pipeInput(source.id(), ContractSerdes.SOURCE.serialize("", source));
  }

  void rawSource(String id, byte @Nullable [] value) {
    sources.pipeInput(id, value);
  }

  void decide(String article, boolean removed) {
    Removal removal = new Removal(article, removed, "an order", now, null);
    removals.pipeInput(article, ContractSerdes.REMOVAL.serialize("", removal));
  }

  void rawPage(String host, byte[] value) {
    pages.pipeInput(host, value);
  }

  Instant now() {
    return now;
  }

  /** Lets time pass; the frontier looks at its end, as it would have at every moment between. */
  void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  /** Lets time pass until something is asked for; gives the first request. */
  FetchRequest passUntilAsked(Duration step, Duration limit) {
    for (Instant end = now.plus(limit); fetches.isEmpty(); pass(step)) {
      if (!now.isBefore(end)) {
        throw new AssertionError("nothing was asked for within " + limit);
      }
    }
    return fetches.readValue();
  }

  /** How the sources are, the worst first. */
  List<SourceHealth> health() {
    return board.sources(now);
  }

  /** Hosts of which the frontier remembers how they behave. */
  List<String> rememberedHosts() {
    List<String> hosts = new ArrayList<>();
    try (var all = driver.<String, Object>getKeyValueStore("frontier-hosts").all()) {
      all.forEachRemaining(host -> hosts.add(host.key));
    }
    return hosts;
  }

  MeterRegistry meters() {
    return meters;
  }

  List<FetchRequest> asked() {
    return fetches.readValuesToList();
  }

  List<TestRecord<String, FetchRequest>> askedRecords() {
    return fetches.readRecordsToList();
  }

  List<Article> found() {
    return articles.readValuesToList();
  }

  List<TestRecord<String, Article>> foundRecords() {
    return articles.readRecordsToList();
  }

  List<DeadLetter> letters() {
    return letters.readValuesToList();
  }

  /** A fetch brings a body. */
  void fetched(FetchRequest request, String body) {
    answer(request, FetchOutcome.FETCHED, 200, null, body);
  }

  /** A fetch brings a body that is fresh for a time. */
  void fetched(FetchRequest request, String body, Duration fresh) {
    answer(request, FetchOutcome.FETCHED, 200, null, body, now, fresh.toSeconds());
  }

  /** A fetch ends otherwise. */
  void ended(FetchRequest request, FetchOutcome outcome) {
    answer(request, outcome, outcome == FetchOutcome.GONE ? 404 : 500, null, "");
  }

  /** A body that was fetched some time ago arrives only now. */
  void fetchedEarlier(FetchRequest request, Duration ago, String body) {
    answer(request, FetchOutcome.FETCHED, 200, null, body, now.minus(ago));
  }

  void answer(
      FetchRequest request,
      FetchOutcome outcome,
      int status,
      @Nullable Instant retryAt,
      String body) {
    answer(request, outcome, status, retryAt, body, now);
  }

  private void answer(
      FetchRequest request,
      FetchOutcome outcome,
      int status,
      @Nullable Instant retryAt,
      String body,
      Instant at) {
    answer(request, outcome, status, retryAt, body, at, null);
  }

  private void answer(
      FetchRequest request,
      FetchOutcome outcome,
      int status,
      @Nullable Instant retryAt,
      String body,
      Instant at,
      @Nullable Long maxAge) {
    Page page =
        Page.builder(request.url(), request.purpose(), request.sourceId(), at, "trace-of-the-page")
            .outcome(outcome, status)
            .attempt(request.attempt())
            .body("text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8))
            .validators(
                outcome == FetchOutcome.NOT_MODIFIED && request.etag() != null
                    ? request.etag()
                    : etag(body),
                null)
            .retryAt(retryAt)
            .maxAgeSeconds(maxAge)
            .problem(outcome == FetchOutcome.FETCHED ? null : "answered " + status)
            .build();
    String host = CanonicalUrl.of(request.url()).orElseThrow().host();
    pages.pipeInput(new TestRecord<>(host, page.body(), page.headers(), now));
  }

  /**
   * Writes the record of a dead letter to its topic again, as {@code keeling dead-letters} does.
   */
  void replay(DeadLetter letter) {
    Headers headers = new RecordHeaders();
    letter
        .headers()
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    pages.pipeInput(new TestRecord<>(letter.origin().key(), letter.payload(), headers, now));
  }

  static @Nullable String trace(TestRecord<String, ?> record) {
    var header = record.headers().lastHeader(HeaderNames.TRACE);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The validator with which a body comes. */
  static String etag(String body) {
    return "\"etag-" + body.hashCode() + "\"";
  }

  @Override
  public void close() {
    driver.close();
  }
}
