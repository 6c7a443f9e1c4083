package io.keeling.sink;

import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.Fixtures.id;
import static io.keeling.sink.SinkAwait.PATIENCE;
import static io.keeling.sink.SinkAwait.awaitArticles;
import static io.keeling.sink.SinkAwait.awaitProblem;
import static io.keeling.sink.SinkAwait.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.topic.Topics;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.sink.config.MisconfiguredException;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The database answers otherwise than it should, or does not answer, while it runs. */
@ExtendWith(Servers.class)
class DatabaseFaultsIT {

  /** The last partition. */
  private static final int LAST = 3;

  /** The sink's session that waits for a lock which the test holds. */
  private static final String HELD_UP =
      "SELECT pid FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'"
          + " AND relation = 'article_version'::regclass";

  private static final String SESSIONS =
      "SELECT pid FROM pg_stat_activity"
          + " WHERE application_name = 'keeling-sink' AND datname = current_database()";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aSinkThatHangsInTheDatabaseSaysAtWhichRecord(TestDatabase database, @TempDir Path directory)
      throws Exception {
    DatabaseConfig patient = database.config(Duration.ofSeconds(20));
    SinkConfig config =
        TestDatabase.sinkConfig(new ProgressLimits(Duration.ofSeconds(10), Duration.ofSeconds(21)));
    try (TestKafka kafka = TestKafka.start(directory);
        Sink sink = Sink.start(kafka.connection(), patient, config, meters)) {
      send(kafka, 0, 5);
      awaitArticles(database, 5);
      try (Connection other = database.dataSource().getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("LOCK TABLE article_version IN ACCESS EXCLUSIVE MODE");
        kafka.send(enriched(5, 1), LAST);

        awaitProblem(sink, "at keeling.enriched-" + LAST + ", offset ");

        assertThat(sink.problems()).anyMatch(line -> line.startsWith("sink: nothing finished for"));
        assertThat(meters.get("keeling.stalled").gauge().value()).isGreaterThanOrEqualTo(10);
        assertThat(sink.alive()).isTrue();
        other.rollback();
      }
      awaitArticles(database, 6);
      await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
    }
  }

  @Test
  void aConnectionThatIsCutInTheMiddleOfATransactionRepeatsNothing(
      TestDatabase database, @TempDir Path directory) throws Exception {
    try (TestKafka kafka = TestKafka.start(directory);
        Sink sink =
            Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
      // Given a database that cuts the first connection after the rows, before the commit
      database.execute(
          "CREATE SEQUENCE attempt; CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$BEGIN IF nextval('attempt') = 1 THEN"
              + " PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END$$;"
              + " CREATE TRIGGER cut AFTER INSERT ON article_topic FOR EACH STATEMENT"
              + " EXECUTE FUNCTION cut()");
      send(kafka, 0, 5);
      awaitArticles(database, 5);
      assertThat(database.rows("SELECT last_value > 1 FROM attempt")).containsExactly("t");
      assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset"))
          .containsExactly("5");
      assertThat(sink.alive()).isTrue();
    }
  }

  @Test
  void aServerThatFallsSilentInTheMiddleOfATransactionIsGivenUp(
      TestDatabase database, @TempDir Path directory) throws Exception {
    DatabaseConfig impatient = database.config(Duration.ofSeconds(2));
    try (TestKafka kafka = TestKafka.start(directory);
        Sink sink = Sink.start(kafka.connection(), impatient, TestDatabase.sinkConfig(), meters)) {
      send(kafka, 0, 5);
      awaitArticles(database, 5);

      // Given a server that does nothing more, and does not close the connection either
      long silent;
      try (Connection other = database.dataSource().getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("LOCK TABLE article_version IN ACCESS EXCLUSIVE MODE");
        send(kafka, 5, 10);
        await().atMost(PATIENCE).until(() -> !database.rows(HELD_UP).isEmpty());
        silent = Long.parseLong(database.rows(HELD_UP).get(0));
        signal("STOP", silent);
        other.rollback();
      }

      // Then the sink tries again on another connection, and goes on as soon as it may
      try {
        await()
            .atMost(PATIENCE)
            .until(
                () -> database.rows(SESSIONS).stream().anyMatch(pid -> !pid.equals("" + silent)));
      } finally {
        signal("CONT", silent);
      }
      awaitArticles(database, 10);
      await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
    }
  }

  @Test
  void aDatabaseThatDoesNotExistIsOneClearLine(TestDatabase database) {
    DatabaseConfig missing =
        DatabaseConfig.at(database.config().url() + "_missing", EmbeddedDatabase.USER);
    assertThatThrownBy(
            () ->
                Sink.start(
                    KafkaConnection.to("127.0.0.1:1"), missing, SinkConfig.defaults(), meters))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("does not exist (SQLSTATE 3D000)")
        .hasMessageContaining(missing.url())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aDatabaseOfAnotherEncodingIsOneClearLine(TestDatabase database) {
    database.execute(
        "CREATE DATABASE old_encoding ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    DatabaseConfig old =
        DatabaseConfig.at(
            database.config().url().replaceFirst("[^/]*$", "old_encoding"), EmbeddedDatabase.USER);
    assertThatThrownBy(
            () -> Sink.start(KafkaConnection.to("127.0.0.1:1"), old, SinkConfig.defaults(), meters))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("the database has the encoding LATIN1, Keeling needs UTF8")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void recordsThatCannotBecomeDeadLettersYetHoldTheSinkUp(
      TestDatabase database, @TempDir Path directory) throws Exception {
    try (TestKafka kafka = TestKafka.start(directory)) {
      // So many that nobody here waits for each in turn
      kafka.deleteTopic(Topics.DEAD_LETTERS);
      IntStream.range(0, 10).forEach(n -> kafka.send(id(1), "broken"));
      try (Sink sink =
          Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
        awaitProblem(sink, "Kafka does not accept dead letters", PATIENCE.multipliedBy(2));
        assertThat(sink.alive()).isTrue();
        assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset"))
            .containsExactly("0");

        kafka.createTopics();
        await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
        assertThat(kafka.deadLetters()).hasSize(10);
        assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset"))
            .containsExactly("10");
      }
    }
  }

  @Test
  void aSchemaThatDoesNotFitStopsTheSinkWithOneClearLine(
      TestDatabase database, @TempDir Path directory) throws Exception {
    try (TestKafka kafka = TestKafka.start(directory);
        Sink sink =
            Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
      database.execute("ALTER TABLE article_version RENAME TO moved");
      send(kafka, 0, 3);
      await().atMost(PATIENCE).until(() -> !sink.alive());
      assertThat(sink.problems())
          .anyMatch(line -> line.startsWith("sink: stopped: the database cannot be used"))
          .noneMatch(line -> line.contains("\n"));
      assertThat(kafka.deadLetters()).isEmpty();

      // Nothing is lost: mended and started again, it goes on.
      database.execute("ALTER TABLE moved RENAME TO article_version");
      try (Sink again =
          Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
        awaitArticles(database, 3);
        assertThat(again.alive()).isTrue();
      }
    }
  }

  private static void signal(String signal, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }
}
