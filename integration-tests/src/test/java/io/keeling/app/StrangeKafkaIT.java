package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that are told of a Kafka on which Keeling never ran. */
class StrangeKafkaIT {

  @TempDir private static Path directory;
  private static EmbeddedKafka kafka;
  private static String config;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    config = CommandRun.config(directory, kafka);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters list",
        "dead-letters replay --all",
        "sources list",
        "sources check",
        "sources add http://a.example/feed --kind feed",
        "reprocess pages --all --dry-run",
        "reprocess articles --all",
        "import ."
      })
  void noneTakesItForAnEmptyKeeling(String command) {
    CommandRun run =
        CommandRun.of(
            Stream.concat(Stream.of(command.split(" ")), Stream.of("--config", config))
                .toArray(String[]::new));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("has no topic keeling.", "Is it Keeling's?");
  }
}
