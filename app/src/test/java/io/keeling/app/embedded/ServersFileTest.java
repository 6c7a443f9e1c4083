package io.keeling.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersFileTest {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "kafka.bootstrapServers",
          "127.0.0.1:9092",
          "ingest.network",
          Map.of("allowedNetworks", List.of("127.0.0.0/8")));

  @TempDir Path directory;

  @Test
  void tellsOfServersForAsLongAsTheyRun() throws Exception {
    assertThat(ServersFile.read(directory)).isEmpty();
    try (ServersFile written = ServersFile.write(directory, SETTINGS)) {
      assertThat(written).isNotNull();
      assertThat(ServersFile.read(directory)).contains(SETTINGS);
    }
    assertThat(ServersFile.read(directory)).isEmpty();
  }

  @Test
  void theyAreFoundAfterTheClockWasSet() throws Exception {
    Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
    try (ServersFile written = ServersFile.write(directory, SETTINGS)) {
      assertThat(written).isNotNull();
      Path file = directory.resolve("servers.json");
      String content = Files.readString(file);

      Files.writeString(file, since(content, started.plusSeconds(3)));
      assertThat(ServersFile.read(directory)).contains(SETTINGS);
      Files.writeString(file, since(content, started.minusSeconds(3)));
      assertThat(ServersFile.read(directory)).contains(SETTINGS);
      Files.writeString(file, since(content, started.minusSeconds(60)));
      assertThat(ServersFile.read(directory)).isEmpty();
    }
  }

  private static String since(String content, Instant at) {
    return content.replaceFirst("\"since\":[^,]+", "\"since\":\"" + at + "\"");
  }

  @Test
  void whatAKilledProcessLeftIsPassedOver() throws Exception {
    try (ServersFile written = ServersFile.write(directory, SETTINGS)) {
      assertThat(written).isNotNull();
      Path file = directory.resolve("servers.json");
      String content = Files.readString(file);

      // another process
      Files.writeString(file, content.replaceFirst("\"process\":\\d+", "\"process\":999999999"));
      assertThat(ServersFile.read(directory)).isEmpty();
      // one that has the id by now
      Files.writeString(file, content.replaceFirst("\"since\":[^,]+", "\"since\":1.5"));
      assertThat(ServersFile.read(directory)).isEmpty();
      // half a file
      Files.writeString(file, content.substring(0, 20));
      assertThat(ServersFile.read(directory)).isEmpty();
    }
  }
}
