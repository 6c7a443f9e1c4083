package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes is waited for; what an operator has to mend stops enrich with one line. */
class FailuresIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aBrokerThatGoesAwayIsWaitedForAndEveryVersionComesOutOnce() throws Exception {
    int port = FreePorts.find();
    KafkaConnection connection = KafkaConnection.to("127.0.0.1:" + port);
    EmbeddedKafka first = EmbeddedKafka.start(directory.resolve("kafka"), port);
    TestTopics.create(connection);
    try (Enrich enrich = start(connection)) {
      TestTopics.send(connection, articles(0, 40));
      await().atMost(PATIENCE).until(() -> !TestTopics.enriched(connection).isEmpty());
      first.close();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(enrich.problems())
                      .anyMatch(line -> line.contains("Kafka does not answer")));
      assertThat(meters.get("keeling.kafka.reachable").gauge().value()).isZero();
      try (EmbeddedKafka second = EmbeddedKafka.start(directory.resolve("kafka"), port)) {
        assertThat(second.bootstrapServers()).endsWith(":" + port);
        TestTopics.send(connection, articles(40, 60));
        awaitEnriched(connection, articles(0, 60));
        assertThat(enrich.alive()).isTrue();
        enrich.close();
      }
    }
  }

  @Test
  void aTopicThatIsMissingStopsItWithOneLine() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        Enrich enrich = start(KafkaConnection.to(kafka.bootstrapServers()))) {
      assertStops(enrich, "MissingSourceTopicException");
    }
  }

  @Test
  void aTopicWithASmallerLimitStopsItWithOneLineAndNothingIsLost() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      limitEnriched(connection, 20_000);
      Article large = Articles.article("gazette.example", "large", "Dam", noise(100_000));
      try (Enrich enrich = start(connection)) {
        TestTopics.send(connection, articles(0, 5));
        awaitEnriched(connection, articles(0, 5));
        TestTopics.send(connection, List.of(large));
        assertStops(enrich, "RecordTooLargeException");
      }
      limitEnriched(connection, Topics.LARGEST_RECORD);
      try (Enrich enrich = start(connection)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(TestTopics.enriched(connection)).hasSize(6));
        assertThat(enrich.alive()).isTrue();
      }
      assertThat(TestTopics.enriched(connection))
          .extracting(EnrichedArticle::article)
          .contains(large);
      assertThat(TestTopics.read(connection, Topics.DEAD_LETTERS.name())).isEmpty();
    }
  }

  private void assertStops(Enrich enrich, String reason) {
    await().atMost(PATIENCE).until(() -> !enrich.alive());
    assertThat(enrich.problems())
        .anyMatch(line -> line.startsWith("enrich: stopped: " + reason))
        .noneMatch(line -> line.contains("\n"));
    assertThat(meters.counter("keeling.enrich.thread.failures", "kind", "misconfigured").count())
        .isPositive();
  }

  private static void awaitEnriched(KafkaConnection connection, List<Article> articles) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(TestTopics.enriched(connection))
                    .extracting(EnrichedArticle::article)
                    .containsExactlyInAnyOrderElementsOf(articles));
  }

  private static void limitEnriched(KafkaConnection connection, int bytes) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ENRICHED.name());
    ConfigEntry limit = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
    try (Admin admin = Admin.create(connection.clientProperties())) {
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static List<Article> articles(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            n -> Articles.article("gazette.example", "a" + n, "Dam", "Gate " + n + " opened."))
        .toList();
  }

  /** Words that no compression makes small. */
  private static String noise(int length) {
    Random random = new Random(7);
    return random
        .ints(length / 11L, 0, Integer.MAX_VALUE)
        .mapToObj(n -> Integer.toString(n, 36))
        .collect(Collectors.joining(" "));
  }

  private Enrich start(KafkaConnection connection) {
    EnrichConfig config =
        new EnrichConfig(
            directory.resolve("state"),
            1,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            0,
            null,
            ProgressLimits.defaults());
    return Enrich.start(connection, config, meters);
  }
}
