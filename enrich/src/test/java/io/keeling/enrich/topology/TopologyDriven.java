package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Articles;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.enrich.correction.HeldCorrections;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
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
  TestInputTopic<String, TagCorrection> corrections;
  TestOutputTopic<String, EnrichedArticle> enriched;

  /** What is in {@code keeling.articles}, at its offsets. */
  final List<byte[]> sent = new ArrayList<>();

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
            directory,
            1,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            0,
            null,
            ProgressLimits.defaults());
    Properties settings = EnrichStreamsSettings.of(KafkaConnection.to("none:0"), config, meters);
    // The driver's producer forgets what a deserialisation handler wrote into a transaction; that
    // the real one keeps it is EnrichIT's to show.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            EnrichTopology.build(
                () -> new Annotator(resources), deadline, () -> new Sent(sent), meters),
            settings);
    sent.clear();
    articles =
        driver.createInputTopic(
            Topics.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer());
    corrections =
        driver.createInputTopic(
            Topics.CORRECTIONS.name(), new StringSerializer(), ContractSerdes.TAG_CORRECTION);
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

  /** Reads again what was sent. */
  private record Sent(List<byte[]> records) implements ArticleArchive {

    @Override
    public @Nullable Article read(int partition, long offset) {
      return offset < records.size()
          ? ContractSerdes.ARTICLE.deserialize(
              Topics.ARTICLES.name(), records.get(Math.toIntExact(offset)))
          : null;
    }

    @Override
    public void close() {}
  }

  void send(Article article) {
    var record =
        new TestRecord<>(
            article.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
    HeaderValues.put(record.headers(), HeaderNames.SCHEMA, "article/1");
    pipe(record);
  }

  /** Puts a record into {@code keeling.articles}. */
  void pipe(TestRecord<String, byte[]> record) {
    sent.add(record.value());
    articles.pipeInput(record);
  }

  /** Sends a version again, as one of several of which another may be the newest. */
  void sendAgain(Article newest, Article article) {
    var record =
        new TestRecord<>(
            article.id(), ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article));
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
    HeaderValues.put(record.headers(), HeaderNames.SENT_AGAIN, newest.fetchedAt().toString());
    pipe(record);
  }

  /** Starts over with what is known of articles as it was, as a process does. */
  void restartWith(AnnotatorResources resources) {
    Map<String, VersionState> kept = new HashMap<>();
    try (var all = driver.<String, VersionState>getKeyValueStore(EnrichStores.VERSIONS).all()) {
      all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
    }
    Map<String, HeldCorrections> held = new HashMap<>();
    try (var all =
        driver.<String, HeldCorrections>getKeyValueStore(EnrichStores.CORRECTIONS).all()) {
      all.forEachRemaining(entry -> held.put(entry.key, entry.value));
    }
    driver.close();
    start(resources);
    KeyValueStore<String, VersionState> versions = driver.getKeyValueStore(EnrichStores.VERSIONS);
    kept.forEach(versions::put);
    KeyValueStore<String, HeldCorrections> said = driver.getKeyValueStore(EnrichStores.CORRECTIONS);
    held.forEach(said::put);
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
