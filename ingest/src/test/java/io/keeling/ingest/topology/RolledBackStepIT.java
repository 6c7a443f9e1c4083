package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.TopicReader;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.websub.FeedWatcher;
import io.keeling.reader.FailingReader;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.streams.Changelogs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page takes longer than Kafka lets a transaction stay open, and so its step is rolled back and
 * comes again: it must not take as long again, and again, for ever.
 */
class RolledBackStepIT {

  private static final String TRAP = "the words that never end";

  private static final Duration COMMIT = Duration.ofSeconds(5);

  /** Longer than the commit interval, as Streams wants it. */
  private static final int TRANSACTION_MILLIS = 6_000;

  /** Brokers look for old transactions every ten seconds, so by then this one is rolled back. */
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path directory;

  /** Since when a thread is in the trap, by {@link System#nanoTime}. */
  private final Map<Thread, Long> trapped = new ConcurrentHashMap<>();

  private volatile boolean released;

  @Test
  void aPageThatOutlastsItsTransactionIsOneDeadLetterAndWhatStandsAroundItIsReadOnce()
      throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      try (Admin admin = Admin.create(connection.clientProperties())) {
        new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty());
      }
      try (KafkaStreams streams = streams(connection);
          var articles = new TopicReader(kafka.bootstrapServers(), Topics.ARTICLES.name());
          var letters = new TopicReader(kafka.bootstrapServers(), Topics.DEAD_LETTERS.name())) {
        streams.start();
        send(connection, List.of(story(0)));
        await().atMost(PATIENCE).until(() -> articles.all().size() == 1);

        String trap = Documents.article("A trap", TRAP);
        send(connection, List.of(story(1), story(2), trap, story(3)));

        await()
            .atMost(PATIENCE)
            .until(() -> articles.all().size() >= 4 && !letters.all().isEmpty());
        assertThat(articles.all()).hasSize(4);
        assertThat(letters.all())
            .singleElement()
            .extracting(RolledBackStepIT::letter)
            .satisfies(letter -> assertThat(letter.reason()).isEqualTo("took-too-long"))
            .satisfies(letter -> assertThat(letter.message()).contains("rolled back"));
        released = true;
      }
    }
  }

  private KafkaStreams streams(KafkaConnection connection) {
    IngestConfig config =
        IngestConfig.defaults().with(new StreamsRunConfig(directory.resolve("state"), 1, COMMIT));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    IngestMetrics metrics = new IngestMetrics(meters);
    Topology topology =
        new IngestTopology(
                config,
                FailingReader.endless(TRAP, this::goOn),
                new SourceBoard(config.sourceHealth(), meters),
                metrics,
                1,
                FeedWatcher.NONE,
                new RecordDeadline(DEADLINE, this::processorTime),
                Stores::persistentKeyValueStore)
            .build();
    Properties settings = IngestStreamsSettings.of(connection, config, metrics);
    settings.put("producer.transaction.timeout.ms", TRANSACTION_MILLIS);
    Changelogs.create(connection, topology, settings);
    return new KafkaStreams(topology, settings);
  }

  /** Holds the trap without taking a processor. */
  private boolean goOn() {
    trapped.putIfAbsent(Thread.currentThread(), System.nanoTime());
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    return !released;
  }

  /** As if the thread in the trap had a processor all the time, and the others none. */
  private long processorTime(Thread thread) {
    Long since = trapped.get(thread);
    return since == null ? 0 : System.nanoTime() - since;
  }

  private static String story(int number) {
    return Documents.story(number, "Words of story " + number);
  }

  private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
    return ContractSerdes.DEAD_LETTER.deserialize(record.topic(), record.value());
  }

  private static void send(KafkaConnection connection, List<String> bodies) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            connection.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String body : bodies) {
        Page page = page("https://news.example/" + Integer.toHexString(body.hashCode()), body);
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topics.PAGES.name(), null, "news.example", page.body(), page.headers())));
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  private static Page page(String url, String body) {
    return Page.builder(url, FetchPurpose.ARTICLE, "import", Instant.now(), "trace")
        .body("text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
