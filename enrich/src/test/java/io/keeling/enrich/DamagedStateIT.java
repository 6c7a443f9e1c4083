package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.health.ProgressLimits;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.config.EnrichConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State on disk that is damaged is read back from Kafka; every version comes out once. */
class DamagedStateIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ARTICLES = 20;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"CURRENT", "MANIFEST-.*", ".*\\.sst", ".*"})
  void filesThatWereOverwrittenWhileItStoodAreReadBack(String files) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      TestTopics.send(connection, articles("opened"));
      try (Enrich enrich = start(connection)) {
        awaitVersions(connection, ARTICLES);
      }

      assertThat(overwrite(files)).isPositive();

      try (Enrich enrich = start(connection)) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(enrich.problems()).isEmpty());
        // What was seen before is nothing new, and what is new is the second revision.
        TestTopics.send(connection, articles("opened"));
        TestTopics.send(connection, articles("closed"));
        awaitVersions(connection, 2 * ARTICLES);
        assertThat(enrich.problems()).isEmpty();
      }
      assertSecondRevisions(connection);
    }
  }

  @Test
  void filesThatAreOverwrittenWhileItRunsAreReadBack() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
      TestTopics.create(connection);
      TestTopics.send(connection, articles("opened"));
      try (Enrich enrich = start(connection)) {
        awaitVersions(connection, ARTICLES);
      }
      // What was written before lies in files now, and not in memory.
      try (Enrich enrich = start(connection)) {
        await().atMost(PATIENCE).until(() -> enrich.problems().isEmpty());

        assertThat(overwrite(".*\\.sst")).isPositive();
        TestTopics.send(connection, articles("closed"));

        awaitVersions(connection, 2 * ARTICLES);
        await().atMost(PATIENCE).until(() -> enrich.problems().isEmpty());
        assertThat(enrich.alive()).isTrue();
      }
      assertSecondRevisions(connection);
    }
  }

  private static void assertSecondRevisions(KafkaConnection connection) {
    List<EnrichedArticle> all = TestTopics.enriched(connection);
    assertThat(all).hasSize(2 * ARTICLES);
    assertThat(all.stream().filter(e -> e.revision() == 2)).hasSize(ARTICLES);
  }

  private static void awaitVersions(KafkaConnection connection, int versions) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(TestTopics.enriched(connection)).hasSize(versions));
  }

  /** Writes nonsense over what RocksDB keeps, in place, as a failing disk would; how many files. */
  private int overwrite(String name) throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("state"))) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("rocksdb"))
              .filter(file -> file.getFileName().toString().matches(name))
              .toList();
      for (Path file : files) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          byte[] nonsense = new byte[(int) Files.size(file)];
          java.util.Arrays.fill(nonsense, (byte) 'x');
          channel.write(ByteBuffer.wrap(nonsense), 0);
        }
      }
      return files.size();
    }
  }

  private static List<Article> articles(String what) {
    return IntStream.range(0, ARTICLES)
        .mapToObj(
            n ->
                Articles.article(
                    "gazette.example", "a" + n, "Dam", "Gate " + n + " was " + what + "."))
        .toList();
  }

  private Enrich start(KafkaConnection connection) {
    EnrichConfig config =
        new EnrichConfig(
            "keeling-enrich",
            directory.resolve("state"),
            1,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            0,
            Duration.ofSeconds(20),
            null,
            ProgressLimits.defaults());
    return Enrich.start(connection, config, new SimpleMeterRegistry());
  }
}
