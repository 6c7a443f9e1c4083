package io.keeling.bench.crawl;

import com.sun.management.OperatingSystemMXBean;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.fetch.PageBuilder;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.frontier.FrontierProcessor;
import io.keeling.ingest.frontier.FrontierStores;
import io.keeling.ingest.frontier.event.FrontierAction;
import io.keeling.ingest.frontier.event.FrontierEvent;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.frontier.event.SourceChanged;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.ingest.topology.IngestStreamsSettings;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Measures the frontier of one partition alone, on a clock that it turns: the real processor on its
 * real stores, on disk, without a broker, network or reader. Every request is answered at once: a
 * source with links the first time and without news afterwards, a link with an article. Times are
 * of the processor, of the whole process. Stores have no cache here, so that every change goes to
 * RocksDB, and no changelog.
 */
public final class FrontierBenchmark {

  private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

  /** How far the clock goes on at once: the tick of the frontier by default. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final int sources;
  private final int links;
  private final int perHost;
  private final Path directory;
  private final IngestConfig config;
  private final List<StoreBuilder<?>> stores = new ArrayList<>();
  private final Deque<FetchRequest> asked = new ArrayDeque<>();
  private final boolean[] looked;
  private MockProcessorContext<String, FrontierAction> context;
  private FrontierProcessor frontier;
  private Instant now = START;
  private long events;

  private FrontierBenchmark(int sources, int links, int perHost, Path directory) {
    this.sources = sources;
    this.links = links;
    this.perHost = perHost;
    this.directory = directory;
    this.looked = new boolean[sources];
    this.config =
        IngestConfig.defaults().with(StreamsRunConfig.defaults(directory.resolve("streams")));
    start();
  }

  /**
   * Runs.
   *
   * @param args how many sources there are, how many links each has at its first look, how many
   *     sources a host has, and for how many minutes of the clock it is watched afterwards
   */
  public static void main(String[] args) throws IOException {
    int sources = Integer.parseInt(args[0]);
    int links = Integer.parseInt(args[1]);
    int perHost = Integer.parseInt(args[2]);
    int minutes = Integer.parseInt(args[3]);
    Path directory = Files.createTempDirectory("keeling-frontier");
    try {
      new FrontierBenchmark(sources, links, perHost, directory).run(minutes);
    } finally {
      Utils.delete(directory.toFile());
    }
  }

  private void run(int minutes) throws IOException {
    System.out.printf(
        "%,d sources on %,d hosts, %d links each%n", sources, sources / perHost, links);
    measure("all sources enter the catalogue", this::enter);
    System.out.printf("state on disk: %s, heap: %s%n", disk(), heap());
    measure("first look at all, and their links", () -> goOn(Duration.ofMinutes(20)));
    System.out.printf("state on disk: %s, heap: %s%n", disk(), heap());
    measure(minutes + " minutes as ever", () -> goOn(Duration.ofMinutes(minutes)));
    long due = cpu();
    tick();
    answerAll();
    System.out.printf("one tick: %.1f ms%n", (cpu() - due) / 1e6);
    measure("the minute's upkeep", () -> punctuators().get(1).getPunctuator().punctuate(millis()));
    long begun = System.nanoTime();
    measure("a start with this state", this::start);
    System.out.printf("the start took %.1f s%n", (System.nanoTime() - begun) / 1e9);
    System.out.printf("state on disk: %s, heap: %s%n", disk(), heap());
  }

  /** Begins anew on the same stores, as an instance does that gets the partition. */
  private void start() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    IngestMetrics metrics = new IngestMetrics(meters);
    if (context != null) {
      frontier.close();
      context.getStateStore(RepeatedTexts.STORE).close();
      for (String name : FrontierStores.NAMES) {
        context.getStateStore(name).close();
      }
    }
    context =
        new MockProcessorContext<>(
            IngestStreamsSettings.of(KafkaConnection.to("nowhere:9092"), config, metrics),
            new TaskId(0, 0),
            directory.resolve("state").toFile());
    stores.clear();
    stores.addAll(FrontierStores.builders(Stores::persistentKeyValueStore));
    stores.add(RepeatedTexts.builder(Stores::persistentKeyValueStore));
    for (StoreBuilder<?> builder : stores) {
      var store = builder.withCachingDisabled().withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    context.setCurrentSystemTimeMs(millis());
    frontier =
        new FrontierProcessor(config, new SourceBoard(config.sourceHealth(), meters), metrics);
    frontier.init(context);
  }

  private List<CapturedPunctuator> punctuators() {
    return context.scheduledPunctuators().stream()
        .filter(each -> each.getType() == PunctuationType.WALL_CLOCK_TIME)
        .toList();
  }

  private long millis() {
    return now.toEpochMilli();
  }

  private String host(int source) {
    return "host-%06d.example".formatted(source / perHost);
  }

  private void enter() {
    for (int i = 0; i < sources; i++) {
      String id = "source-" + i;
      String url = "https://%s/%d/feed.xml".formatted(host(i), i % perHost);
      hear(
          host(i),
          new SourceChanged(id, new Source(id, SourceKind.FEED, url, id, "en", null, null)));
    }
  }

  private void goOn(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plus(TICK);
      context.setCurrentSystemTimeMs(millis());
      tick();
      answerAll();
    }
  }

  private void tick() {
    punctuators().get(0).getPunctuator().punctuate(millis());
    collect();
  }

  private void hear(String host, FrontierEvent event) {
    events++;
    frontier.process(new Record<>(host, event, millis()));
    collect();
  }

  private void collect() {
    context
        .forwarded()
        .forEach(
            forwarded -> {
              if (forwarded.record().value() instanceof FrontierAction.Ask ask) {
                asked.add(ask.request());
              }
            });
    context.resetForwards();
  }

  private void answerAll() {
    while (!asked.isEmpty()) {
      answer(asked.remove());
    }
  }

  private void answer(FetchRequest request) {
    String host = Objects.requireNonNull(URI.create(request.url()).getHost());
    PageBuilder page =
        Page.builder(request.url(), request.purpose(), request.sourceId(), now, "trace-of-a-page");
    if (request.purpose() != FetchPurpose.FEED) {
      hear(host, PageRead.of(page.build(), null));
      return;
    }
    int source = Integer.parseInt(request.sourceId().substring("source-".length()));
    boolean news = !looked[source];
    looked[source] = true;
    if (!news) {
      page.outcome(FetchOutcome.NOT_MODIFIED, 304);
    }
    hear(host, new PageRead(page.build(), news, null, null, null));
    for (int i = 0; news && i < links; i++) {
      String url = "https://%s/2026/12/01/an-article-of-source-%d-%d".formatted(host, source, i);
      hear(
          host,
          new LinkFound(
              url,
              FetchPurpose.ARTICLE,
              request.sourceId(),
              request.sourceId(),
              "trace-of-a-page",
              0,
              FetchPurpose.FEED,
              now,
              null));
    }
  }

  private void measure(String what, Runnable work) {
    long before = events;
    long begun = cpu();
    work.run();
    double seconds = (cpu() - begun) / 1e9;
    long done = events - before;
    System.out.printf(
        "%-40s %,12d events %8.1f s of processor time%s%n",
        what, done, seconds, done == 0 ? "" : ", %.0f us each".formatted(seconds * 1e6 / done));
  }

  /** Processor time of the process, with what RocksDB does in its own threads. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static String heap() {
    System.gc();
    return "%,d MB"
        .formatted(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
  }

  private String disk() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return "%,d MB".formatted(bytes >> 20);
    }
  }
}
