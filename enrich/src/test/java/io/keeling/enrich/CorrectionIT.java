package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors say holds on a broker: each article is read again where its partition has it. */
class CorrectionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void whatIsSaidIsTheNextRevisionOnceAndHoldsAtAnotherInstance() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      List<Article> began = articles("began", "2026-11-24T09:00:00Z");

      try (Enrich enrich = start(connection, "one")) {
        TestTopics.send(connection, began);
        awaitRecords(connection, began.size());
        assertThat(TestTopics.enriched(connection))
            .extracting(e -> e.climate().grade())
            .doesNotContain(ClimateGrade.NONE);
        began.forEach(article -> TestTopics.correct(connection, noNews(article)));
        awaitRecords(connection, 2 * began.size());
        assertThat(enrich.alive()).isTrue();
      }
      // The other instance has no state of its own and reads it back from Kafka.
      try (Enrich enrich = start(connection, "two")) {
        began.forEach(article -> TestTopics.correct(connection, noNews(article)));
        TestTopics.send(connection, articles("ended", "2026-11-24T10:00:00Z"));
        awaitRecords(connection, 3 * began.size());
        assertThat(enrich.alive()).isTrue();
      }

      Map<String, List<EnrichedArticle>> revisions = new TreeMap<>();
      TestTopics.enriched(connection)
          .forEach(
              e -> revisions.computeIfAbsent(e.article().id(), id -> new ArrayList<>()).add(e));
      assertThat(revisions).hasSize(began.size());
      assertThat(revisions.values())
          .allSatisfy(
              all -> {
                assertThat(all).extracting(EnrichedArticle::revision).containsExactly(1, 2, 3);
                assertThat(all.get(1).article()).isEqualTo(all.get(0).article());
                assertThat(all.get(2).article()).isNotEqualTo(all.get(0).article());
                assertThat(all.subList(1, 3))
                    .allSatisfy(
                        e -> {
                          assertThat(e.climate().grade()).isEqualTo(ClimateGrade.NONE);
                          assertThat(e.climate().by()).isEqualTo(TaggedBy.EDITOR);
                          assertThat(e.corrections()).hasSize(1);
                        });
              });
      assertThat(TestTopics.read(connection, Topics.DEAD_LETTERS.name())).isEmpty();
    }
  }

  private static void awaitRecords(KafkaConnection connection, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(TestTopics.read(connection, Topics.ENRICHED.name())).hasSize(count));
  }

  private static TagCorrection noNews(Article article) {
    return new TagCorrection(
        article.id(),
        CorrectedTag.CLIMATE,
        null,
        "none",
        "ada",
        Instant.parse("2026-11-24T12:00:00Z"),
        null,
        null,
        null);
  }

  /** On all partitions. */
  private static List<Article> articles(String verb, String fetchedAt) {
    return IntStream.range(0, 12)
        .mapToObj(
            i ->
                Articles.article(
                    "gazette.example",
                    "a" + i,
                    "Climate talks",
                    "Climate talks " + i + " " + verb + ". Emissions of carbon dioxide fall.",
                    Instant.parse(fetchedAt)))
        .toList();
  }

  private Enrich start(KafkaConnection kafka, String instance) {
    EnrichConfig config =
        new EnrichConfig(
            directory.resolve(instance),
            2,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            0,
            null,
            ProgressLimits.defaults());
    return Enrich.start(kafka, config, new SimpleMeterRegistry());
  }
}
