package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void everyVersionComesOutOnceThroughRestartsAndSeveralInstances() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      List<Article> first = reports(0, 40);
      List<Article> second = reports(40, 80);

      try (Enrich enrich = start(connection, "one", 2)) {
        TestTopics.send(connection, first);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(enrich.problems()).isEmpty());
        // Stopped in the middle: whatever is begun is finished or rolled back.
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(TestTopics.read(connection, Topics.ENRICHED.name())).isNotEmpty());
      }
      // The other instance has no state of its own and reads it back from Kafka.
      try (Enrich one = start(connection, "one", 1);
          Enrich two = start(connection, "two", 1)) {
        TestTopics.send(connection, first);
        TestTopics.sendRaw(connection, "poison", "{\"id\":".getBytes(StandardCharsets.UTF_8));
        TestTopics.send(connection, second);

        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(TestTopics.read(connection, Topics.ENRICHED.name()))
                      .hasSizeGreaterThanOrEqualTo(80);
                  assertThat(TestTopics.read(connection, Topics.DEAD_LETTERS.name())).hasSize(1);
                });
        assertThat(one.alive()).isTrue();
        assertThat(two.alive()).isTrue();
      }

      List<EnrichedArticle> enriched =
          TestTopics.read(connection, Topics.ENRICHED.name()).stream()
              .map(r -> ContractSerdes.ENRICHED_ARTICLE.deserialize(r.topic(), r.value()))
              .toList();
      assertThat(enriched).hasSize(80);
      assertThat(enriched).extracting(e -> e.article().id()).doesNotHaveDuplicates();
      assertThat(enriched).extracting(EnrichedArticle::revision).containsOnly(1);
      Map<String, Integer> outletsOfStories = new HashMap<>();
      enriched.forEach(e -> outletsOfStories.merge(e.story().id(), e.story().outlets(), Math::max));
      assertThat(outletsOfStories).as("each report is told by two outlets").hasSize(40);
      assertThat(outletsOfStories.values()).containsOnly(2);
      DeadLetter letter =
          ContractSerdes.DEAD_LETTER.deserialize(
              "", TestTopics.read(connection, Topics.DEAD_LETTERS.name()).get(0).value());
      assertThat(letter.reason()).isEqualTo("unreadable");
      assertThat(letter.origin().key()).isEqualTo("poison");
    }
  }

  @Test
  void whatItTagsByMayBeLoadedWhileItJoinsItsGroup() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      TestTopics.send(connection, reports(0, 2));
      EnrichConfig config = config("one", 1);
      CountDownLatch asked = new CountDownLatch(1);
      CompletableFuture<AnnotatorResources> models = new CompletableFuture<>();

      try (Enrich enrich =
          Enrich.start(
              connection,
              config,
              () -> {
                asked.countDown();
                return models.join();
              },
              new SimpleMeterRegistry(),
              Tracing.OFF)) {
        assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(enrich.alive()).isTrue();
        assertThat(enrich.problems()).as("it cannot tag yet").isNotEmpty();
        assertThat(TestTopics.read(connection, Topics.ENRICHED.name())).isEmpty();

        models.complete(Enrich.resources(config));

        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(TestTopics.read(connection, Topics.ENRICHED.name())).hasSize(2));
      }
    }
  }

  private Enrich start(KafkaConnection kafka, String instance, int threads) {
    return Enrich.start(kafka, config(instance, threads), new SimpleMeterRegistry());
  }

  private EnrichConfig config(String instance, int threads) {
    return new EnrichConfig(
        directory.resolve(instance),
        threads,
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        0,
        null,
        ProgressLimits.defaults());
  }

  /** Each report appears in two outlets, in articles that follow one another. */
  private static List<Article> reports(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i -> {
              int report = i / 2;
              String text =
                  IntStream.range(0, 12)
                      .mapToObj(
                          s ->
                              "In report "
                                  + report
                                  + " gate "
                                  + (report * 31 + s)
                                  + " of the dam let "
                                  + (report * 17 + s * 7)
                                  + " tonnes of water go.")
                      .collect(Collectors.joining(" "));
              return Articles.article(
                  "outlet" + i % 2 + ".example", "report-" + report, "Dam", text);
            })
        .toList();
  }
}
