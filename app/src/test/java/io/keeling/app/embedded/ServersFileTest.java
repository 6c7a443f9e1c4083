package io.keeling.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersFileTest {

  private static final Map<String, String> SETTINGS =
      Map.of("kafka.bootstrapServers", "127.0.0.1:9092");

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
