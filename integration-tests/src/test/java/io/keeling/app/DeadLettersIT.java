package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicScan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keeling dead-letters}, as an operator runs it. */
class DeadLettersIT {

  private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir private static Path directory;
  private static EmbeddedKafka kafka;
  private static String config;

  /** Letters lie in two partitions, turn by turn; one has lost its record. */
  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    try (var producer =
        new KafkaProducer<>(
            connection.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < 4; i++) {
        producer.send(letter(i % 2, "too-short", MORNING.plusSeconds(i), new byte[] {'{'})).get();
      }
      producer.send(letter(0, "too-large", MORNING.minusSeconds(1), null)).get();
    }
    config = CommandRun.config(directory, kafka);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static ProducerRecord<byte[], byte[]> letter(
      int partition, String reason, Instant at, byte[] payload) {
    RecordOrigin origin = new RecordOrigin(Topics.ARTICLES.name(), 0, 7, "key");
    DeadLetter letter =
        DeadLetters.of(
            Stage.READ, reason, "a line", null, origin, new RecordHeaders(), payload, at);
    ProducerRecord<byte[], byte[]> record = DeadLetters.record(letter);
    return new ProducerRecord<>(
        record.topic(), partition, record.key(), record.value(), record.headers());
  }

  private static CommandRun deadLetters(String... arguments) {
    return CommandRun.of(
        Stream.of(List.of("dead-letters"), List.of(arguments), List.of("--config", config))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private static int articles() {
    int count = 0;
    try (TopicScan scan =
        new TopicScan(KafkaConnection.to(kafka.bootstrapServers()), Topics.ARTICLES.name(), null)) {
      for (; scan.hasNext(); scan.next()) {
        count++;
      }
    }
    return count;
  }

  @Test
  void theOldestComesFirstWhateverPartitionItLiesIn() {
    CommandRun list = deadLetters("list");

    assertThat(list.status()).isZero();
    assertThat(ids(list)).containsExactly("0-2", "0-0", "1-0", "0-1", "1-1");
    assertThat(list.out().lines().map(String::strip))
        .endsWith("1  read too-large", "4  read too-short");
  }

  @Test
  void theLimitLeavesTheNewestOfAllPartitions() {
    assertThat(ids(deadLetters("list", "--limit", "3"))).containsExactly("1-0", "0-1", "1-1");
    assertThat(ids(deadLetters("list", "--limit", "0"))).isEmpty();
    assertThat(deadLetters("list", "--limit", "-1").status()).isEqualTo(2);
  }

  private static List<String> ids(CommandRun list) {
    return list.out()
        .lines()
        .filter(line -> line.matches("\\d+-\\d+ .*"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  @Test
  void aListOfNoneSaysWhatThereIs() {
    CommandRun list = deadLetters("list", "--reason", "nonsense");

    assertThat(list.status()).isZero();
    assertThat(list.out().strip())
        .isEqualTo("No dead letters like these. There are: 1 read too-large, 4 read too-short.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--reason=nonsense", "--source=nonsense", "--stage=sink"})
  void aReplayOfNoneFailsAndSaysWhatThereIs(String filter) {
    int before = articles();

    CommandRun replay = deadLetters("replay", filter);

    assertThat(replay.status()).isEqualTo(1);
    assertThat(replay.out()).isEmpty();
    assertThat(replay.err().strip())
        .isEqualTo(
            "keeling: no dead letters like these. There are: 1 read too-large, 4 read too-short.");
    assertThat(articles()).isEqualTo(before);
  }

  @Test
  void aStageThatIsNoneIsAWrongCommandLine() {
    CommandRun replay = deadLetters("replay", "--stage", "nonsense");

    assertThat(replay.status()).isEqualTo(2);
    assertThat(replay.err()).contains("FETCH, READ, ENRICH, SINK");
  }

  @Test
  void idsThatAreNotThereAreNamedAndTheOthersReplayed() {
    int before = articles();

    CommandRun replay = deadLetters("replay", "0-99", "1-1", "7-0");

    assertThat(replay.status()).isEqualTo(1);
    assertThat(replay.out().strip()).isEqualTo("Replayed 1.");
    assertThat(replay.err()).contains("no dead letter 0-99, 7-0.");
    assertThat(articles()).isEqualTo(before + 1);
  }

  @Test
  void whatIsReplayedIsCounted() {
    CommandRun replay = deadLetters("replay", "--reason", "too-short");

    assertThat(replay.status()).isZero();
    assertThat(replay.out().strip()).isEqualTo("Replayed 4.");
  }

  @Test
  void aLetterWhoseRecordIsGoneIsAFailure() {
    CommandRun replay = deadLetters("replay", "--all");

    assertThat(replay.status()).isEqualTo(1);
    assertThat(replay.out().strip()).isEqualTo("Replayed 4.");
    assertThat(replay.err()).contains("1 not replayed: too large to keep");
  }

  @Test
  void oneIsShownWhole() {
    assertThat(deadLetters("show", "0-2").out()).contains("\"reason\" : \"too-large\"");
    assertThat(deadLetters("show", "0-99").status()).isEqualTo(1);
  }
}
