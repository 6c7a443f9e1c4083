package io.keeling.sink;

import static io.keeling.sink.Fixtures.enriched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.sink.database.NextMigrations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The next release migrates the database while this one's sink writes. */
@ExtendWith(Servers.class)
class UpgradeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void theOldSinkWritesOnThroughAMigrationAndAfterARestart(
      TestDatabase database, @TempDir Path directory) throws Exception {
    try (TestKafka kafka = TestKafka.start(directory)) {
      // Given a sink whose statements the server has prepared, and records all the time
      try (Sink sink =
          Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
        send(kafka, 0, 100, 1);
        awaitArticles(database, 100);
        send(kafka, 100, 200, 1);

        // When the next release migrates
        assertThat(NextMigrations.apply(database)).isEqualTo(1);

        // Then nothing stops, and rows are replaced and added as before
        send(kafka, 0, 100, 2);
        send(kafka, 200, 300, 1);
        awaitArticles(database, 300);
        awaitRows(database, "SELECT count(*) FROM article WHERE revision = 2", 100);
        assertThat(sink.alive()).isTrue();
        assertThat(sink.problems()).isEmpty();
      }
      // And the old release may be started on the new schema, as in a rollback
      try (Sink sink =
          Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
        send(kafka, 300, 320, 1);
        awaitArticles(database, 320);
        assertThat(sink.alive()).isTrue();
      }
      assertThat(kafka.deadLetters()).isEmpty();
      assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset"))
          .containsExactly("420");
      assertThat(database.rows("SELECT count(*) FROM article_version")).containsExactly("420");
      assertThat(database.rows("SELECT DISTINCT mood FROM article")).containsExactly("unknown");
    }
  }

  private static void send(TestKafka kafka, int from, int to, int revision) {
    IntStream.range(from, to).forEach(n -> kafka.send(enriched(n, revision)));
  }

  private static void awaitArticles(TestDatabase database, int count) {
    awaitRows(database, "SELECT count(*) FROM article", count);
  }

  private static void awaitRows(TestDatabase database, String sql, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(database.rows(sql)).containsExactly(String.valueOf(count)));
  }
}
