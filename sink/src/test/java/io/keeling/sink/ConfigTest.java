package io.keeling.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.runtime.health.ProgressLimits;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void defaults() {
    SinkConfig config = SinkConfig.defaults();
    assertThat(config.batchRecords()).isEqualTo(500);
    assertThat(config.batchBytes()).isEqualTo(8 * 1024 * 1024);
    assertThat(config.poll()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.firstBackoff()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.longestBackoff()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.closeTimeout()).isEqualTo(Duration.ofSeconds(8));
    assertThat(config.database().url()).isEqualTo("jdbc:postgresql://localhost:5432/keeling");
    assertThat(config.database().user()).isEqualTo("keeling");
    assertThat(config.database().readPassword()).isNull();
    assertThat(config.database().connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.database().statementTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void anErrorNamesTheKeyAndWhatIsAllowed() {
    DatabaseConfig database = DatabaseConfig.defaults();
    refused("batchRecords must be between 1 and 10000, not 0", 0, 1 << 20, SECOND, SECOND, SECOND);
    refused("batchBytes must be between 65536 and 268435456, not 1", 1, 1, SECOND, SECOND, SECOND);
    refused(
        "poll must be between PT0.01S and PT10S, not PT0S",
        1,
        1 << 20,
        Duration.ZERO,
        SECOND,
        SECOND);
    refused("firstBackoff must be between PT0.01S", 1, 1 << 20, SECOND, Duration.ZERO, SECOND);
    refused("longestBackoff must be between PT2S", 1, 1 << 20, SECOND, SECOND.plus(SECOND), SECOND);
    assertThatThrownBy(
            () ->
                new SinkConfig(
                    database,
                    1,
                    1 << 20,
                    SECOND,
                    SECOND,
                    SECOND,
                    Duration.ZERO,
                    ProgressLimits.defaults()))
        .hasMessageStartingWith("closeTimeout must be between PT1S and PT5M");
    assertThatThrownBy(() -> database("jdbc:mysql://x", null, null, SECOND, SECOND))
        .hasMessage("url must start with jdbc:postgresql:");
    assertThatThrownBy(
            () -> database("jdbc:postgresql://x/y?password=z", null, null, SECOND, SECOND))
        .hasMessageStartingWith("url must not hold a password");
    assertThatThrownBy(() -> database("jdbc:postgresql://x/y", "p", Path.of("f"), SECOND, SECOND))
        .hasMessageContaining("exclude each other");
    assertThatThrownBy(() -> database("jdbc:postgresql://x/y", null, null, null, SECOND))
        .hasMessageStartingWith("connectTimeout must be between PT1S and PT5M, not null");
    assertThatThrownBy(() -> database("jdbc:postgresql://x/y", null, null, SECOND, Duration.ZERO))
        .hasMessageStartingWith("statementTimeout must be between PT1S");
  }

  @Test
  void thePasswordMayComeFromAFileAndIsNeverShown(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("password"), "s3cret\n");
    DatabaseConfig config = database("jdbc:postgresql://x/y", null, file, SECOND, SECOND);
    assertThat(config.readPassword()).isEqualTo("s3cret");
    assertThat(SinkConfig.to(database("jdbc:postgresql://x/y", "s3cret", null, SECOND, SECOND)))
        .asString()
        .doesNotContain("s3cret");
    DatabaseConfig missing =
        database("jdbc:postgresql://x/y", null, directory.resolve("none"), SECOND, SECOND);
    assertThatThrownBy(missing::readPassword)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("passwordFile");
  }

  private static DatabaseConfig database(
      String url, String password, Path file, Duration connect, Duration statement) {
    return new DatabaseConfig(url, "keeling", password, file, connect, statement);
  }

  private static void refused(
      String message, int records, int bytes, Duration poll, Duration first, Duration longest) {
    assertThatThrownBy(
            () ->
                new SinkConfig(
                    DatabaseConfig.defaults(),
                    records,
                    bytes,
                    poll,
                    first,
                    longest,
                    SECOND,
                    ProgressLimits.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
