package io.keeling.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

  private static final Path FILE = Path.of("../docs/configuration.md");

  @Test
  void theReferenceInTheDocsIsWhatTheRecordsSay() throws Exception {
    String written = new ConfigurationReference(Path.of("..")).markdown();

    if (Boolean.getBoolean("keeling.docs.write")) {
      Files.writeString(FILE, written);
    }

    assertThat(Files.readString(FILE)).isEqualTo(written);
  }
}
