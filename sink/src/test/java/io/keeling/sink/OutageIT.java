package io.keeling.sink;

import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.SinkAwait.PATIENCE;
import static io.keeling.sink.SinkAwait.awaitArticles;
import static io.keeling.sink.SinkAwait.awaitProblem;
import static io.keeling.sink.SinkAwait.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.embedded.FreePorts;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is away, and comes back. */
class OutageIT {

  /** The partition that a sink gives away first when another one joins. */
  private static final int LAST = 3;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void whileTheDatabaseIsAwayTheSinkWaitsAndThenLosesNothing(
      @TempDir Path brokerDirectory, @TempDir Path databaseDirectory) throws Exception {
    int port = FreePorts.find();
    try (TestKafka kafka = TestKafka.start(brokerDirectory)) {
      // Given a database that was never there
      TestDatabase database = new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
      try (Sink sink =
          Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
        send(kafka, 0, 20);
        awaitProblem(sink, "the database does not answer");
        assertThat(sink.alive()).isTrue();

        // When it comes, goes while articles arrive, and comes back
        try (EmbeddedDatabase server = EmbeddedDatabase.start(databaseDirectory, port)) {
          assertThat(server.jdbcUrl()).contains(":" + port);
          awaitArticles(database, 20);
          await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
        }
        send(kafka, 20, 60);
        awaitProblem(sink, "the database does not answer");
        assertThat(meters.get("keeling.sink.database.down").gauge().value()).isEqualTo(1);
        try (EmbeddedDatabase server = EmbeddedDatabase.start(databaseDirectory, port)) {
          assertThat(server.jdbcUrl()).contains(":" + port);

          // Then everything is there
          awaitArticles(database, 60);
          await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
          assertThat(kafka.deadLetters()).isEmpty();
          assertThat(meters.counter("keeling.sink.database.outages").count()).isEqualTo(2);
          assertThat(meters.get("keeling.sink.database.down").gauge().value()).isZero();
          sink.close();
        }
      }
    }
  }

  @Test
  void aSinkWhoseWaitingRecordsGoToAnotherGoesOnWithTheRest(
      @TempDir Path brokerDirectory, @TempDir Path databaseDirectory) throws Exception {
    int port = FreePorts.find();
    TestDatabase database = new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    try (TestKafka kafka = TestKafka.start(brokerDirectory)) {
      EmbeddedDatabase before = EmbeddedDatabase.start(databaseDirectory, port);
      try (Sink first =
          Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
        // Given a sink that waits for the database with a record of its last partition
        kafka.send(enriched(0, 1), LAST);
        awaitArticles(database, 1);
        String member = kafka.members().keySet().iterator().next();
        assertThat(kafka.members().get(member)).contains(LAST).hasSizeGreaterThan(1);
        before.close();
        kafka.send(enriched(1, 1), LAST);
        awaitProblem(first, "the database does not answer");

        // When another sink gets that partition
        try (Sink second =
            Sink.start(
                kafka.connection(),
                database.config(),
                TestDatabase.sinkConfig(),
                new SimpleMeterRegistry())) {
          await()
              .atMost(PATIENCE)
              .until(() -> !kafka.members().getOrDefault(member, Set.of(LAST)).contains(LAST));

          // Then the first still says what is away, and stores what comes when it is back
          awaitProblem(first, "the database does not answer");
          EmbeddedDatabase after = EmbeddedDatabase.start(databaseDirectory, port);
          try {
            int kept = kafka.members().get(member).iterator().next();
            kafka.send(enriched(2, 1), kept);
            awaitArticles(database, 3);
            await().atMost(PATIENCE).until(() -> first.problems().isEmpty());
            await().atMost(PATIENCE).until(() -> second.problems().isEmpty());
            first.close();
            second.close();
          } finally {
            after.close();
          }
        }
      } finally {
        before.close();
      }
    }
  }

  @Test
  void aDatabaseThatGoesWhileNothingArrivesIsAnOutageLikeAnyOther(
      @TempDir Path brokerDirectory, @TempDir Path databaseDirectory) throws Exception {
    int port = FreePorts.find();
    TestDatabase database = new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    try (TestKafka kafka = TestKafka.start(brokerDirectory);
        EmbeddedDatabase before = EmbeddedDatabase.start(databaseDirectory, port);
        Sink sink =
            Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters)) {
      send(kafka, 0, 5);
      awaitArticles(database, 5);
      await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());

      before.close();

      awaitProblem(sink, "the database does not answer");
      assertThat(meters.counter("keeling.sink.database.outages").count()).isEqualTo(1);
      assertThat(meters.get("keeling.sink.database.down").gauge().value()).isEqualTo(1);
      try (EmbeddedDatabase after = EmbeddedDatabase.start(databaseDirectory, port)) {
        assertThat(after.jdbcUrl()).contains(":" + port);
        await().atMost(PATIENCE).until(() -> sink.problems().isEmpty());
        assertThat(meters.get("keeling.sink.database.down").gauge().value()).isZero();
        assertThat(meters.counter("keeling.sink.database.outages").count()).isEqualTo(1);
        sink.close();
      }
    }
  }
}
