package io.keeling.sink;

import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.Fixtures.id;
import static io.keeling.sink.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.class)
class SinkIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private TestKafka kafka;
  private TestDatabase database;

  @BeforeEach
  void start(TestDatabase empty, @TempDir Path directory) throws Exception {
    database = empty;
    kafka = TestKafka.start(directory);
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void storesWhatIsOnTheTopicAndWhatComes() {
    kafka.send(enriched(1, 1));
    try (Sink sink = startSink()) {
      awaitArticles(1);
      kafka.send(enriched(1, 2));
      kafka.send(enriched(2, 1));
      awaitArticles(2);
      awaitRows("SELECT revision FROM article WHERE id = '" + id(1) + "'", "2");

      kafka.send(id(1), null);
      awaitArticles(1);
      assertThat(sink.problems()).isEmpty();
      assertThat(sink.alive()).isTrue();
      assertThat(meters.counter("keeling.sink.rows").count()).isEqualTo(3);
      await().atMost(PATIENCE).until(() -> meters.get("keeling.sink.lag").gauge().value() == 0);
    }
  }

  @Test
  void goesOnWhereItStoppedAndRepeatsNothing() {
    try (Sink sink = startSink()) {
      send(0, 30);
      awaitArticles(30);
      assertThat(sink.alive()).isTrue();
    }
    database.execute("UPDATE article SET title = 'seen'; DELETE FROM article_version");
    send(30, 40);
    try (Sink sink = startSink()) {
      awaitArticles(40);
      assertThat(sink.alive()).isTrue();
    }
    assertThat(database.rows("SELECT count(*) FROM article_version")).containsExactly("10");
    assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset")).containsExactly("40");
  }

  @Test
  void aDatabaseThatIsRebuiltGetsEverythingAgain(TestDatabase other) {
    send(0, 12);
    try (Sink sink = startSink()) {
      awaitArticles(12);
      assertThat(sink.alive()).isTrue();
    }
    String contents = "SELECT id, revision, text FROM article ORDER BY id";
    List<String> before = database.rows(contents);
    database = other;
    try (Sink sink = startSink()) {
      awaitArticles(12);
      assertThat(sink.alive()).isTrue();
    }
    assertThat(database.rows(contents)).isEqualTo(before);
  }

  @Test
  void recordsThatCannotBeStoredBecomeDeadLettersAlone() {
    send(0, 15);
    kafka.send("broken", "{\"id\":");
    String nul = new String(json(enriched(90, 1)), StandardCharsets.UTF_8);
    kafka.send(id(90), nul.replace("Version 1.", "a\\u0000b"));
    // Only the database can tell that this year is beyond its calendar.
    String year = new String(json(enriched(91, 1)), StandardCharsets.UTF_8);
    kafka.send(id(91), year.replace("2026-11-24T10", "+300000-11-24T10"));
    send(15, 30);
    try (Sink sink = startSink()) {
      awaitArticles(30);
      await().atMost(PATIENCE).until(() -> kafka.deadLetters().size() == 3);
      assertThat(sink.problems()).isEmpty();
    }
    assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset")).containsExactly("33");
    List<DeadLetter> letters = kafka.deadLetters();
    assertThat(letters)
        .extracting(letter -> letter.origin().key(), DeadLetter::reason)
        .containsExactlyInAnyOrder(
            tuple("broken", "unreadable"),
            tuple(id(90), "unstorable-text"),
            tuple(id(91), "refused"));
    assertThat(letters).allMatch(letter -> letter.stage() == Stage.SINK);
    assertThat(letters).allMatch(letter -> letter.payload() != null);
  }

  @Test
  void twoSinksShareTheWorkAndStoreEachRecordOnce() {
    database.execute("CREATE TABLE written (id text)");
    try (Sink first = startSink()) {
      send(0, 10);
      awaitArticles(10);
      // Every write of a row is seen, also one that changes nothing.
      database.execute(
          "CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$BEGIN INSERT INTO written VALUES (NEW.article_id); RETURN NEW; END$$;"
              + " CREATE TRIGGER see BEFORE INSERT ON article_version FOR EACH ROW"
              + " EXECUTE FUNCTION see()");
      try (Sink second = startSink()) {
        send(10, 110);
        await().atMost(PATIENCE).until(() -> second.problems().isEmpty());
        send(110, 160);
        awaitArticles(160);
      }
      send(160, 200);
      awaitArticles(200);
      assertThat(first.alive()).isTrue();
    }
    assertThat(database.rows("SELECT count(*), count(DISTINCT id) FROM written"))
        .containsExactly("190|190");
    assertThat(database.rows("SELECT sum(next_offset) FROM consumer_offset"))
        .containsExactly("200");
    assertThat(kafka.deadLetters()).isEmpty();
  }

  private Sink startSink() {
    return Sink.start(kafka.connection(), database.config(), TestDatabase.sinkConfig(), meters);
  }

  private void send(int from, int to) {
    IntStream.range(from, to).forEach(n -> kafka.send(enriched(n, 1)));
  }

  private void awaitArticles(int count) {
    awaitRows("SELECT count(*) FROM article", String.valueOf(count));
  }

  private void awaitRows(String sql, String expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(database.rows(sql)).containsExactly(expected));
  }
}
