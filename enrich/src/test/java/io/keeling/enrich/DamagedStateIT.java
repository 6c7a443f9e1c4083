package io.keeling.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State on disk that is damaged is read back from Kafka; every version comes out once. */
class DamagedStateIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ARTICLES = 20;

  /**
   * A thread that fails is not missed before its session has run out. Of Enrich's ten seconds this
   * test would only be longer.
   */
  private static final Map<String, String> SESSION =
      Map.of(
          "main.consumer.session.timeout.ms", "4000",
          "main.consumer.heartbeat.interval.ms", "1000");

  private static final Map<String, String> SHORT_SESSIONS =
      Map.of("group.min.session.timeout.ms", "4000");

  @TempDir Path directory;

  /**
   * On one state, which is damaged again and again: each time what was seen before is nothing new,
   * and what is new is the next revision.
   */
  @Test
  void filesThatAreOverwrittenAreReadBack() throws Exception {
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.find(), SHORT_SESSIONS)) {
      KafkaConnection connection = new KafkaConnection(kafka.bootstrapServers(), SESSION);
      TestTopics.create(connection);
      int revision = 1;
      try (Enrich enrich = start(connection)) {
        assertNext(connection, revision);
      }

      for (String files : List.of("CURRENT", "MANIFEST-.*", ".*\\.sst", ".*")) {
        assertThat(overwrite(files)).as(files).isPositive();
        try (Enrich enrich = start(connection)) {
          awaitReady(enrich);
          TestTopics.send(connection, articles(revision));
          assertNext(connection, ++revision);
          assertThat(enrich.problems()).as(files).isEmpty();
        }
      }

      try (Enrich enrich = start(connection)) {
        awaitReady(enrich);
        assertThat(overwrite(".*\\.sst")).as("while it runs").isPositive();
        assertNext(connection, ++revision);
        awaitReady(enrich);
        assertThat(enrich.alive()).isTrue();
      }
    }
  }

  private static void awaitReady(Enrich enrich) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(enrich.problems()).isEmpty());
  }

  /** Sends each article in other words, which is its next revision, and alone comes out. */
  private static void assertNext(KafkaConnection connection, int revision) {
    TestTopics.send(connection, articles(revision));
    awaitVersions(connection, revision * ARTICLES);
    assertThat(TestTopics.enriched(connection))
        .filteredOn(article -> article.revision() == revision)
        .hasSize(ARTICLES);
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

  /** As they are worded in a revision. */
  private static List<Article> articles(int revision) {
    return IntStream.range(0, ARTICLES)
        .mapToObj(
            n ->
                Articles.article(
                    "gazette.example",
                    "a" + n,
                    "Dam",
                    "Gate " + n + " was opened " + revision + " times."))
        .toList();
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
    return Enrich.start(connection, config, new SimpleMeterRegistry());
  }
}
