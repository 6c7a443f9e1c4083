package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.config.WorkersConfig;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.Outlet;
import io.keeling.newsroom.expect.DeadLettered;
import io.keeling.newsroom.expect.Stored;
import io.keeling.newsroom.press.EntryPoint;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of ingest on the fictional press. */
class IngestIT {

  private static final Duration PAUSE = Duration.ofMillis(20);

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;
  private static Newsroom newsroom;
  private static Ingest ingest;
  private static final Map<String, String> FETCH_REASONS = new TreeMap<>();
  private static final Map<String, String> READ_REASONS = new TreeMap<>();
  private static final List<Article> ARTICLES = new ArrayList<>();
  private static final Map<String, String> MALFORMED = new TreeMap<>();
  private static List<ConsumerRecord<String, byte[]>> articleRecords;

  @BeforeAll
  static void ingestThePress() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    newsroom = Newsroom.start(NewsroomConfig.defaults().withRetryAfter(Duration.ofSeconds(1)));
    ingest = Ingest.start(connection, config(), new SimpleMeterRegistry());
    try (SourceCatalogue catalogue = new SourceCatalogue(connection)) {
      catalogue.putAll(sources());
    }
    writeNoSource(connection);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              read();
              return MALFORMED.size() == 2
                  && FETCH_REASONS.size() + READ_REASONS.size() + ARTICLES.size()
                      >= newsroom.expectations().size();
            });
  }

  private static void writeNoSource(KafkaConnection connection) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            connection.clientProperties(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.SOURCES.name(), "broken", "{\"id\": 7")).get();
      producer.send(new ProducerRecord<>(Topics.FETCHES.name(), "broken", "[]")).get();
    }
  }

  private static void read() {
    try (TopicReader articles = new TopicReader(kafka.bootstrapServers(), Topics.ARTICLES.name());
        TopicReader letters =
            new TopicReader(kafka.bootstrapServers(), Topics.DEAD_LETTERS.name())) {
      for (int i = 0; i < 5; i++) {
        articleRecords = articles.all();
        letters.all();
      }
      ARTICLES.clear();
      articleRecords.forEach(
          r -> ARTICLES.add(ContractSerdes.ARTICLE.deserialize(r.topic(), r.value())));
      letters.all().forEach(r -> add(ContractSerdes.DEAD_LETTER.deserialize(r.topic(), r.value())));
    }
  }

  private static void add(DeadLetter letter) {
    if (letter.url() == null) {
      MALFORMED.put(letter.origin().topic(), letter.reason());
      return;
    }
    boolean fetch = letter.stage().name().equals("FETCH");
    (fetch ? FETCH_REASONS : READ_REASONS).put(letter.url(), letter.reason());
  }

  private static IngestConfig config() {
    PolitenessConfig politeness = PolitenessConfig.defaults();
    WorkersConfig workers = WorkersConfig.defaults();
    ScheduleConfig schedule = ScheduleConfig.defaults();
    return IngestConfig.defaults()
        .with(
            new PolitenessConfig(
                politeness.agent(),
                "https://keeling.example/contact",
                PAUSE,
                Duration.ofMillis(50)),
            FetchConfig.defaults()
                .withLimits(Duration.ofSeconds(2), Duration.ofSeconds(3), 1024 * 1024),
            workers.withRequests(16, workers.slowRequests(), workers.inFlight()),
            NetworkConfig.local(),
            new ScheduleConfig(
                schedule.firstInterval(),
                schedule.shortestInterval(),
                schedule.longestInterval(),
                Duration.ofMillis(300),
                Duration.ofSeconds(2),
                3,
                List.of(Duration.ofHours(1))),
            ScaleRun.streams(directory.resolve("state"), Duration.ofMillis(50)));
  }

  private static List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (Outlet outlet : newsroom.outlets()) {
      int number = 0;
      for (EntryPoint entry : outlet.entryPoints()) {
        sources.add(
            new Source(
                outlet.id() + "-" + number++,
                SourceKind.valueOf(entry.kind().name().toUpperCase(Locale.ROOT)),
                entry.url(),
                outlet.name(),
                outlet.language(),
                null,
                null));
      }
    }
    return sources;
  }

  @AfterAll
  static void stop() throws Exception {
    ingest.close();
    newsroom.close();
    kafka.close();
  }

  @Test
  void everyArticleOfThePressIsFoundOnce() {
    Set<String> expected =
        newsroom.expectations().stream()
            .filter(Stored.class::isInstance)
            .map(e -> ((Stored) e).canonicalUrl())
            .collect(Collectors.toSet());
    assertThat(ARTICLES).extracting(Article::canonicalUrl).doesNotHaveDuplicates();
    assertThat(ARTICLES).extracting(Article::canonicalUrl).containsAll(expected);
    assertThat(articleRecords)
        .allSatisfy(
            r -> {
              assertThat(HeaderValues.get(r.headers(), HeaderNames.TRACE)).hasSize(32);
              assertThat(HeaderValues.get(r.headers(), HeaderNames.SCHEMA)).isEqualTo("article/1");
            });
  }

  @Test
  void everyTrapOfTheFetcherIsADeadLetterWithItsReason() {
    Map<String, String> expected =
        newsroom.expectations().stream()
            .filter(DeadLettered.class::isInstance)
            .map(DeadLettered.class::cast)
            .filter(d -> d.stage().equals("fetch"))
            .collect(Collectors.toMap(DeadLettered::url, DeadLettered::reason));
    assertThat(FETCH_REASONS).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void recordsThatAreNoSourceOrNoRequestAreDeadLettersAndTheRestGoesOn() {
    assertThat(MALFORMED)
        .containsOnly(
            Map.entry(Topics.SOURCES.name(), "unreadable"),
            Map.entry(Topics.FETCHES.name(), "malformed-request"));
  }

  @Test
  void noHostSeesTwoRequestsAtOnceOrSoonerThanThePauseOrBeforeItsRobotsFile() {
    for (Outlet outlet : newsroom.outlets()) {
      String host = outlet.host();
      assertThat(newsroom.requests().mostAtOnce(host)).as(host).isEqualTo(1);
      assertThat(newsroom.requests().robotsCameFirst(host)).as(host).isTrue();
      assertThat(newsroom.requests().smallestPause(host))
          .hasValueSatisfying(pause -> assertThat(pause).as(host).isGreaterThanOrEqualTo(PAUSE));
    }
  }

  @Test
  void ingestIsReadyAndAlive() {
    assertThat(ingest.problems()).isEmpty();
    assertThat(ingest.alive()).isTrue();
  }
}
