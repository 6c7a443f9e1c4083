package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadline.RecordDeadline;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.health.ProgressLimits;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Articles;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the topology without a broker, on Kafka Streams' own test driver. */
abstract class TopologyDriven {

  static final AnnotatorResources RESOURCES = AnnotatorResources.load();

  @TempDir Path directory;

  final RecordDeadline deadline = new RecordDeadline(Duration.ofSeconds(20), this::processorTime);
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  TopologyTestDriver driver;
  TestInputTopic<String, byte[]> articles;
  TestOutputTopic<String, EnrichedArticle> enriched;
  TestOutputTopic<String, DeadLetter> deadLetters;

  @BeforeEach
  void start() {
    start(RESOURCES);
  }

  /** How long a thread has had a processor, in nanoseconds. */
  long processorTime(Thread thread) {
    return 0;
  }

  private void start(AnnotatorResources resources) {
    EnrichMetrics meters = new EnrichMetrics(registry);
    EnrichConfig config =
        new EnrichConfig(
            "test",
            directory,
            1,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            0,
            Duration.ofSeconds(20),
            null,
            ProgressLimits.defaults());
    Properties settings = EnrichStreamsSettings.of(KafkaConnection.to("none:0"), config, meters);
    // The driver's producer forgets what a deserialisation handler wrote into a transaction; that
    // the real one keeps it is EnrichIT's to show.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            EnrichTopology.build(() -> new Annotator(resources), deadline, meters), settings);
    articles =
        driver.createInputTopic(
            Topics.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer());
    enriched =
        driver.createOutputTopic(
            Topics.ENRICHED.name(), new StringDeserializer(), ContractSerdes.ENRICHED_ARTICLE);
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new StringDeserializer(), ContractSerdes.DEAD_LETTER);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  void send(Article article) {
    var record =
        new TestRecord<>(
            article.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
    HeaderValues.put(record.headers(), HeaderNames.SCHEMA, "article/1");
    articles.pipeInput(record);
  }

  /** Sends a version again, as one of several of which another may be the newest. */
  void sendAgain(Article newest, Article article) {
    var record =
        new TestRecord<>(
            article.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
    HeaderValues.put(record.headers(), HeaderNames.SENT_AGAIN, newest.fetchedAt().toString());
    articles.pipeInput(record);
  }

  /** Starts over with the versions store as it was, as a process does. */
  void restartWith(AnnotatorResources resources) {
    Map<String, VersionState> kept = new HashMap<>();
    try (var all = driver.<String, VersionState>getKeyValueStore(Stores.VERSIONS).all()) {
      all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
    }
    driver.close();
    start(resources);
    KeyValueStore<String, VersionState> versions = driver.getKeyValueStore(Stores.VERSIONS);
    kept.forEach(versions::put);
  }

  /** Resources of a release that came after {@link #RESOURCES}; loaded once, when asked for. */
  static AnnotatorResources newerResources() {
    return Newer.RESOURCES;
  }

  private static final class Newer {
    static final AnnotatorResources RESOURCES = load();

    private static AnnotatorResources load() {
      Taxonomy built = TaxonomyReader.builtIn();
      return AnnotatorResources.load(
          new Taxonomy(
              built.version(),
              "newer",
              built.groups(),
              built.ignore(),
              built.climate(),
              built.topics()));
    }
  }

  static Article at(String fetchedAt, String text) {
    return Articles.article("gazette.example", "a", "Talks", text, Instant.parse(fetchedAt));
  }
}
