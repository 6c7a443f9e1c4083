package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.EmbeddedConfig;
import io.keeling.app.embedded.DataDirectory;
import io.keeling.app.failure.UserException;
import io.keeling.embedded.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDataTest {

  @TempDir Path directory;

  @Test
  void aTakenPortLeavesNothingInTheWayOfTheNextTry() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      EmbeddedConfig embedded =
          ConfigLoader.of(null, Map.of())
              .with(
                  Map.of(
                      "embedded.directory", directory.toString(),
                      "embedded.kafkaPort", Integer.toString(FreePorts.find()),
                      "embedded.postgresPort", Integer.toString(other.getLocalPort())))
              .load()
              .embedded();

      assertThatThrownBy(() -> NewData.fill(embedded, (kafka, database) -> {}))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("for PostgreSQL, is taken");
    }
    try (DataDirectory next = DataDirectory.open(directory)) {
      next.requireWhole();
      assertThat(next.resolve("kafka")).doesNotExist();
    }
  }
}
