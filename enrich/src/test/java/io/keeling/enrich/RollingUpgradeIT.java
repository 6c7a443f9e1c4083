package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances are replaced one after the other by those of the next release, under load. */
class RollingUpgradeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");
  private static final int REPORTS = 40;

  @TempDir Path directory;

  private KafkaConnection connection;

  @Test
  void everyVersionComesOutOnceAndTheNextReleaseKnowsWhatTheLastOneKnew() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      Path before = olderTaxonomy();
      List<Article> founders = versions("agency.example", 1);
      List<Article> corrected = versions("agency.example", 2);
      List<Article> reprints = versions("gazette.example", 1);

      // Given two instances of the last release, with articles in hand
      Enrich one = start("one", before);
      Enrich two = start("two", before);
      TestTopics.send(connection, founders);
      await().atMost(PATIENCE).until(() -> !TestTopics.enriched(connection).isEmpty());

      // When one after the other is replaced, and articles come all the time
      TestTopics.send(connection, corrected.subList(0, REPORTS / 2));
      one.close();
      TestTopics.send(connection, corrected.subList(REPORTS / 2, REPORTS));
      one = start("one", null);
      TestTopics.send(connection, reprints.subList(0, REPORTS / 2));
      two.close();
      TestTopics.send(connection, reprints.subList(REPORTS / 2, REPORTS));
      try (Enrich newOne = one;
          Enrich newTwo = start("two", null)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(TestTopics.enriched(connection)).hasSize(3 * REPORTS));

        // Then what the new release has seen is not news to it, although the old one's tasks moved
        TestTopics.send(connection, reprints.subList(REPORTS / 2, REPORTS));
        Article last = article("agency.example", REPORTS, 1);
        TestTopics.send(connection, List.of(last));
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    TestTopics.enriched(connection).stream()
                        .anyMatch(e -> e.article().equals(last)));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(newOne.problems()).isEmpty();
                  assertThat(newTwo.problems()).isEmpty();
                });
      }
      List<EnrichedArticle> enriched = TestTopics.enriched(connection);
      List<Article> sent = new ArrayList<>(founders);
      sent.addAll(corrected);
      sent.addAll(reprints);
      sent.add(article("agency.example", REPORTS, 1));
      assertThat(enriched)
          .extracting(EnrichedArticle::article)
          .containsExactlyInAnyOrderElementsOf(sent);
      assertThat(TestTopics.read(connection, Topics.DEAD_LETTERS.name())).isEmpty();
      assertThat(enriched).extracting(e -> e.enrichment().version()).contains(version(before));
      assertThat(enriched).extracting(e -> e.enrichment().version()).contains(version(null));
      assertRevisionsGoOn(enriched, founders, corrected);
      assertStoriesGoOn(enriched);
    }
  }

  @Test
  void aReleaseWithOneStoreMoreTakesOverWithoutLossOrRepetition() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      List<Article> founders = versions("agency.example", 1);
      List<Article> corrected = versions("agency.example", 2);
      List<Article> reprints = versions("gazette.example", 1);
      Enrich one = start("one", null);
      Enrich two = start("two", null);
      TestTopics.send(connection, founders);
      await().atMost(PATIENCE).until(() -> !TestTopics.enriched(connection).isEmpty());

      one.close();
      TestTopics.send(connection, corrected);
      try (NextRelease newOne = new NextRelease(connection, config("one", null))) {
        TestTopics.send(connection, reprints.subList(0, REPORTS / 2));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(TestTopics.enriched(connection))
                        .hasSizeGreaterThan(2 * REPORTS + REPORTS / 4));
        two.close();
        try (NextRelease newTwo = new NextRelease(connection, config("two", null))) {
          TestTopics.send(connection, reprints.subList(REPORTS / 2, REPORTS));
          List<Article> sent = new ArrayList<>(founders);
          sent.addAll(corrected);
          sent.addAll(reprints);
          await()
              .atMost(PATIENCE)
              .untilAsserted(
                  () ->
                      assertThat(TestTopics.enriched(connection))
                          .extracting(EnrichedArticle::article)
                          .containsExactlyInAnyOrderElementsOf(sent));
          await().atMost(PATIENCE).until(() -> newOne.running() && newTwo.running());
        }
      }
      List<EnrichedArticle> enriched = TestTopics.enriched(connection);
      assertRevisionsGoOn(enriched, founders, corrected);
      assertStoriesGoOn(enriched);
      assertThat(TestTopics.read(connection, Topics.DEAD_LETTERS.name())).isEmpty();
    }
  }

  /** The new release counts on from the old one's revisions, in order. */
  private static void assertRevisionsGoOn(
      List<EnrichedArticle> enriched, List<Article> founders, List<Article> corrected) {
    for (int i = 0; i < REPORTS; i++) {
      String id = founders.get(i).id();
      List<EnrichedArticle> revisions =
          enriched.stream().filter(e -> e.article().id().equals(id)).toList();
      assertThat(revisions).extracting(EnrichedArticle::revision).containsExactly(1, 2);
      assertThat(revisions)
          .extracting(EnrichedArticle::article)
          .containsExactly(founders.get(i), corrected.get(i));
    }
  }

  /** A reprint that the new release sees belongs to the story that the old one founded. */
  private static void assertStoriesGoOn(List<EnrichedArticle> enriched) {
    Map<String, Set<String>> outlets = new HashMap<>();
    Map<String, Integer> told = new HashMap<>();
    enriched.stream()
        .sorted(Comparator.comparing((EnrichedArticle e) -> e.article().id()))
        .filter(e -> !e.article().canonicalUrl().endsWith("-" + REPORTS))
        .forEach(
            e -> {
              outlets
                  .computeIfAbsent(e.story().id(), id -> new HashSet<>())
                  .add(e.article().source().domain());
              told.merge(e.story().id(), e.story().outlets(), Math::max);
            });
    assertThat(outlets).hasSize(REPORTS);
    assertThat(outlets.values())
        .allSatisfy(
            domains ->
                assertThat(domains).containsExactlyInAnyOrder("agency.example", "gazette.example"));
    assertThat(told.values()).containsOnly(2);
  }

  private static List<Article> versions(String outlet, int version) {
    return IntStream.range(0, REPORTS).mapToObj(i -> article(outlet, i, version)).toList();
  }

  private static Article article(String outlet, int report, int version) {
    String text =
        IntStream.range(0, 12)
            .mapToObj(
                s ->
                    "In report %d gate %d of the dam let %d tonnes of water go."
                        .formatted(report, report * 31 + s, report * 17 + s * 7))
            .collect(Collectors.joining(" "));
    return Articles.article(
        outlet,
        "report-" + report,
        "Dam",
        version == 1 ? text : text + " This report was corrected.",
        MORNING.plusSeconds(version));
  }

  private Enrich start(String instance, @Nullable Path taxonomy) {
    return Enrich.start(connection, config(instance, taxonomy), new SimpleMeterRegistry());
  }

  private String version(@Nullable Path taxonomy) {
    return Enrich.resources(config("none", taxonomy)).version();
  }

  private EnrichConfig config(String instance, @Nullable Path taxonomy) {
    return new EnrichConfig(
        directory.resolve(instance),
        1,
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        0,
        taxonomy,
        ProgressLimits.defaults());
  }

  /** The last release's: it does not know glaciers yet. */
  private Path olderTaxonomy() throws Exception {
    try (InputStream in = Enrich.class.getResourceAsStream("taxonomy.yaml")) {
      String today = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String older = today.replace("[glacier, glaciers, ice sheet,", "[ice sheet,");
      assertThat(older).isNotEqualTo(today);
      return Files.writeString(directory.resolve("older.yaml"), older);
    }
  }
}
