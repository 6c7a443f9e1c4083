package io.keeling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.kafka.TopicCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {

  @Test
  void topicsSurviveARestart(@TempDir Path directory) throws Exception {
    for (int start = 0; start < 2; start++) {
      try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
          Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        var before = admin.listTopics().names().get();
        assertThat(before.contains(Topics.ARTICLES.name())).isEqualTo(start == 1);
        new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
      }
    }
  }

  @Test
  void coordinatorsAnswerAtOnceWhenTheyWerePrepared(@TempDir Path directory) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      ListTopicsOptions all = new ListTopicsOptions().listInternal(true);
      assertThat(admin.listTopics(all).names().get()).isEmpty();

      kafka.prepareCoordinators(Duration.ofMinutes(1));
      kafka.prepareCoordinators(Duration.ofMinutes(1));

      assertThat(admin.listTopics(all).names().get())
          .containsExactlyInAnyOrder("__consumer_offsets", "__transaction_state");
    }
  }

  @Test
  void coordinatorsThatDoNotAnswerStopNobody(@TempDir Path directory) throws Exception {
    Map<String, String> moreBrokersThanThereAre =
        Map.of(
            "offsets.topic.replication.factor", "3",
            "transaction.state.log.replication.factor", "3");
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(directory, FreePorts.find(), moreBrokersThanThereAre)) {
      assertThatNoException().isThrownBy(() -> kafka.prepareCoordinators(Duration.ofSeconds(2)));
    }
  }

  @Test
  void aDirectoryOfANewerBrokerIsRefusedWithOneLine(@TempDir Path directory) throws Exception {
    new BootstrapDirectory(directory.toString())
        .writeBinaryFile(BootstrapMetadata.fromVersion(MetadataVersion.latestTesting(), "test"));

    assertThatThrownBy(() -> EmbeddedKafka.start(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(
            directory.toString(), "was written by Kafka 4.3", "docs/operators.md");
  }

  @Test
  void rowsSurviveARestart(@TempDir Path directory) throws Exception {
    for (int start = 0; start < 2; start++) {
      try (EmbeddedDatabase database = EmbeddedDatabase.start(directory);
          var connection = database.dataSource().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE IF NOT EXISTS visits (n int)");
        statement.execute("INSERT INTO visits VALUES (1)");
        try (var rows = statement.executeQuery("SELECT count(*) FROM visits")) {
          rows.next();
          assertThat(rows.getInt(1)).isEqualTo(start + 1);
        }
      }
    }
  }

  @Test
  void aServerThatOutlivedItsJvmIsStoppedBeforeTheNextOneStarts(@TempDir Path directory)
      throws Exception {
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledOwner.class.getName(),
                directory.toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isEqualTo(KilledOwner.EXIT);

    try (EmbeddedDatabase next = EmbeddedDatabase.start(directory);
        var connection = next.dataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  /** Starts a server and dies without stopping it, as {@code kill -9} would have it. */
  static final class KilledOwner {
    static final int EXIT = 9;

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase.start(Path.of(arguments[0]));
      Runtime.getRuntime().halt(EXIT);
    }
  }
}
