package io.keeling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseConfigTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void defaults() {
    DatabaseConfig config = DatabaseConfig.defaults();
    assertThat(config.url()).isEqualTo("jdbc:postgresql://localhost:5432/keeling");
    assertThat(config.user()).isEqualTo("keeling");
    assertThat(config.readPassword()).isNull();
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void anErrorNamesTheKeyAndWhatIsAllowed() {
    assertThatThrownBy(() -> database("jdbc:mysql://x", null, null, SECOND, SECOND))
        .hasMessage("url must start with jdbc:postgresql:");
    assertThatThrownBy(
            () -> database("jdbc:postgresql://x/y?password=z", null, null, SECOND, SECOND))
        .hasMessage("url must not hold a password; use password or passwordFile");
    assertThatThrownBy(() -> database("jdbc:postgresql://x/y", "p", Path.of("f"), SECOND, SECOND))
        .hasMessageContaining("must not both be given");
    assertThatThrownBy(() -> database("jdbc:postgresql://x/y", null, null, null, SECOND))
        .hasMessageStartingWith("connectTimeout must be between PT1S and PT5M, not null");
    assertThatThrownBy(() -> database("jdbc:postgresql://x/y", null, null, SECOND, Duration.ZERO))
        .hasMessageStartingWith("statementTimeout must be between PT1S");
    assertThatThrownBy(
            () -> new DatabaseConfig("jdbc:postgresql://x/y", " ", null, null, SECOND, SECOND))
        .hasMessage("user must not be blank");
  }

  @Test
  void thePasswordMayComeFromAFileAndIsNeverShown(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("password"), "s3cret\n");
    assertThat(database("jdbc:postgresql://x/y", null, file, SECOND, SECOND).readPassword())
        .isEqualTo("s3cret");
    assertThat(database("jdbc:postgresql://x/y?user=z", "s3cret", null, SECOND, SECOND))
        .hasToString("jdbc:postgresql://x/y as keeling");
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
}
