package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.health.RoleHealth;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.streams.StreamsProgress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Streams application that stands still says so, and where; one that is idle does not. */
class ProgressIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** So long that a busy machine does not take a slow start for a stall. */
  private static final ProgressLimits LIMITS =
      new ProgressLimits(Duration.ofSeconds(12), Duration.ofSeconds(30));

  @TempDir Path directory;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final StreamsProgress progress = new StreamsProgress();

  @Test
  void aThreadThatHangsInARecordIsNamedWithItsPlaceAndEndsTheProcessAtLast() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection kafka = KafkaConnection.to(broker.bootstrapServers());
      TestTopics.create(kafka);
      try (KafkaStreams streams = new KafkaStreams(topology(released), settings(kafka));
          RoleHealth health = watched(kafka, streams)) {
        TestTopics.sendRaw(kafka, "a", new byte[] {1});
        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
        assertThat(health.problems()).isEmpty();

        TestTopics.sendRaw(kafka, "a", Hanging.VALUE);

        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(health.problems())
                        .singleElement()
                        .asString()
                        .startsWith("test: nothing finished for ")
                        .containsPattern("StreamThread-1, last at keeling.articles-\\d, offset 1"));
        assertThat(health.alive()).isTrue();
        await().atMost(PATIENCE).until(() -> !health.alive());
        released.countDown();
        await().atMost(PATIENCE).until(() -> health.problems().isEmpty());
      } finally {
        released.countDown();
      }
    }
  }

  @Test
  void anApplicationWhoseOffsetsAnOpenTransactionHoldsIsNotReadyAndNamed() throws Exception {
    try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection kafka = KafkaConnection.to(broker.bootstrapServers());
      TestTopics.create(kafka);
      try (KafkaProducer<byte[], byte[]> open = openTransaction(kafka);
          KafkaStreams streams = new KafkaStreams(topology(null), settings(kafka));
          RoleHealth health = watched(kafka, streams)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(health.problems())
                        .singleElement()
                        .asString()
                        .contains("Streams, it is rebalancing and restores no state"));

        open.abortTransaction();

        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
        await().atMost(PATIENCE).until(() -> health.problems().isEmpty());
        assertThat(health.alive()).isTrue();
      }
    }
  }

  @Test
  void idleAndSuperfluousInstancesAreReady() throws Exception {
    try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection kafka = KafkaConnection.to(broker.bootstrapServers());
      TestTopics.create(kafka);
      Properties settings = settings(kafka);
      // One more than there are partitions.
      settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 4);
      try (KafkaStreams streams = new KafkaStreams(topology(null), settings);
          RoleHealth health = watched(kafka, streams)) {
        TestTopics.send(kafka, articles());
        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);

        await()
            .during(LIMITS.stalledAfter().plusSeconds(4))
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(health.problems()).isEmpty());
        assertThat(meters.get("keeling.stalled").gauge().value()).isLessThan(4);
      }
    }
  }

  private RoleHealth watched(KafkaConnection kafka, KafkaStreams streams) {
    streams.setGlobalStateRestoreListener(progress);
    streams.start();
    return RoleHealth.start(
        "test",
        kafka,
        List.of(Topics.ARTICLES),
        List.of(),
        "test",
        LIMITS,
        () -> progress.activities(streams),
        () -> false,
        meters);
  }

  private Topology topology(CountDownLatch released) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(Topics.ARTICLES.name(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .process(progress.watched(() -> new Hanging(released)));
    return builder.build();
  }

  /** Hangs in one value until it is released, as a search in hostile text may. */
  private static final class Hanging extends ContextualProcessor<String, byte[], Void, Void> {

    static final byte[] VALUE = {9, 9};

    private final CountDownLatch released;

    Hanging(CountDownLatch released) {
      this.released = released;
    }

    @Override
    public void process(Record<String, byte[]> input) {
      if (input.value().length == VALUE.length) {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private Properties settings(KafkaConnection kafka) {
    Properties settings = new Properties();
    settings.putAll(kafka.clientProperties());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return settings;
  }

  /** As a producer leaves it whose markers the broker forgot. */
  private static KafkaProducer<byte[], byte[]> openTransaction(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "open");
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 300_000);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.sendOffsetsToTransaction(
        Map.of(new TopicPartition(Topics.ARTICLES.name(), 0), new OffsetAndMetadata(0)),
        new ConsumerGroupMetadata("test"));
    return producer;
  }

  private static List<Article> articles() {
    return IntStream.range(0, 30)
        .mapToObj(n -> Articles.article("gazette.example", "a" + n, "Dam", "Gate " + n + "."))
        .toList();
  }
}
