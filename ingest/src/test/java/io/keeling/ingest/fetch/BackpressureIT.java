package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.KafkaServer;
import io.keeling.ingest.TopicReader;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.WorkersConfig;
import io.keeling.ingest.fetch.http.ApacheHttpExchange;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka is killed while the fetcher has far more to fetch than it may hold: hosts are asked for no
 * more pages than the settings say, and when Kafka is back none is missing.
 */
class BackpressureIT {

  private static final Logger LOG = LoggerFactory.getLogger(BackpressureIT.class);

  private static final int HOSTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int WORKERS = 16;

  /** With half the usual memory. */
  private static final WorkersConfig CONFIG = workers(32 * 1024 * 1024);

  /** Nothing more comes within this time: many times the pause of a host. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** The text of a page, at most. */
  private static final double TEXT = 50_000;

  /** What a poll may bring (Kafka's default). */
  private static final int POLLED = 500;

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @TempDir private Path directory;

  @Test
  void theNumberOfPagesFetchedWithoutKafkaIsBounded() throws Exception {
    int inFlight = 100;

    // The last poll may bring as many again as made it full.
    whileKafkaIsAway(ScaleConfig.of(HOSTS, 1, 20), inFlight, 2 * inFlight, 2 * inFlight);
  }

  @Test
  void theBytesFetchedWithoutKafkaAreBounded() throws Exception {
    int bytes = 1_000_000;
    int inFlight = 4_096;

    // Each worker may be at a page when the last one fills the room.
    int most = (int) (CONFIG.mostHeld() / bytes) + 1 + WORKERS;
    whileKafkaIsAway(
        ScaleConfig.of(HOSTS, 1, 5).withPadding(bytes), inFlight, most, inFlight + POLLED);
  }

  private void whileKafkaIsAway(ScaleConfig scale, int inFlight, int most, int mostUnfinished)
      throws Exception {
    try (ScalePress press = ScalePress.start(scale, 0);
        KafkaServer kafka = KafkaServer.start(directory)) {
      Set<String> asked = ask(kafka, press, scale);
      try (Fetcher fetcher = fetcher(kafka, inFlight)) {
        await().atMost(Duration.ofMinutes(2)).until(() -> pages(press) > HOSTS);
        kafka.kill();
        long before = pages(press);
        awaitQuiet(press);

        long without = pages(press) - before;
        LOG.info(
            "{} pages fetched before Kafka was killed, {} after, at most {} may be; {} unfinished",
            before,
            without,
            most,
            gauge("keeling.ingest.fetch.unfinished"));
        assertThat(asked.size() - pages(press)).as("left to fetch").isGreaterThan(most);
        assertThat(without).isLessThanOrEqualTo(most);
        assertThat(gauge("keeling.ingest.fetch.unfinished"))
            .isBetween((double) without, (double) mostUnfinished);
        assertThat(gauge("keeling.ingest.fetch.held.bytes"))
            .isLessThanOrEqualTo(CONFIG.mostHeld() + (WORKERS + 1) * (scale.padding() + TEXT));

        kafka.start();
        assertAllAreWritten(kafka, asked);
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> gauge("keeling.ingest.fetch.held.bytes") == 0);
        assertThat(fetcher.problems()).isEmpty();
      }
    }
  }

  /** Requests for all pages of a press. */
  private static Set<String> ask(KafkaServer kafka, ScalePress press, ScaleConfig scale)
      throws Exception {
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    Set<String> urls = new HashSet<>();
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(
            connection.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      for (int n = 0; n < scale.articlesPerSource(); n++) {
        for (int host = 0; host < scale.hosts(); host++) {
          String url = press.feeds().get(host).replace("feed-0.xml", "news/0/" + n);
          urls.add(url);
          FetchRequest request =
              new FetchRequest(url, FetchPurpose.ARTICLE, "source", Instant.now(), 1, null, null);
          byte[] value = ContractSerdes.FETCH_REQUEST.serialize(Topics.FETCHES.name(), request);
          // A request that is not written is never fetched, and that fails the test.
          var unused =
              producer.send(new ProducerRecord<>(Topics.FETCHES.name(), press.host(host), value));
        }
      }
    }
    return urls;
  }

  private static WorkersConfig workers(long bufferBytes) {
    WorkersConfig usual = WorkersConfig.defaults();
    return new WorkersConfig(usual.threads(), usual.slowRequests(), usual.inFlight(), bufferBytes);
  }

  private Fetcher fetcher(KafkaServer kafka, int inFlight) {
    IngestConfig config =
        IngestConfig.defaults()
            .with(
                PolitenessConfig.defaults().withPause(PAUSE),
                CONFIG.withRequests(WORKERS, 0, inFlight),
                NetworkConfig.local());
    ApacheHttpExchange http = new ApacheHttpExchange(config);
    return Fetcher.start(
        KafkaConnection.to(kafka.bootstrapServers()),
        config,
        new RecordDeadline(),
        http,
        meters,
        Tracing.OFF);
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  private static void assertAllAreWritten(KafkaServer kafka, Set<String> asked) {
    Set<String> missing = new HashSet<>(asked);
    try (TopicReader pages = new TopicReader(kafka.bootstrapServers(), Topics.PAGES.name())) {
      await()
          .atMost(Duration.ofMinutes(4))
          .untilAsserted(
              () -> {
                pages.next().forEach(r -> missing.remove(Page.of(r.headers(), r.value()).url()));
                assertThat(missing).isEmpty();
              });
    }
  }

  /** Requests that lead to a page in Kafka: all but those for robots.txt. */
  private static long pages(ScalePress press) {
    return press.requests().all().stream()
        .filter(request -> !request.path().equals("/robots.txt"))
        .count();
  }

  private static void awaitQuiet(ScalePress press) {
    AtomicLong last = new AtomicLong();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(QUIET)
        .until(
            () -> {
              long now = pages(press);
              return last.getAndSet(now) == now;
            });
  }
}
