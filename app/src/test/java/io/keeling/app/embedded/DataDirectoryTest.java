package io.keeling.app.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path directory;

  @Test
  void aRestoreThatWasKilledIsToldToWhoeverComesNext() throws Exception {
    try (DataDirectory restored = DataDirectory.open(directory)) {
      restored.restoring();
    }
    try (DataDirectory next = DataDirectory.open(directory)) {
      assertThatThrownBy(next::requireWhole)
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith("a restore into " + directory + " did not finish")
          .hasMessageContaining("Delete the directory, and run keeling restore again");
      next.whole();
      assertThatCode(next::requireWhole).doesNotThrowAnyException();
    }
  }
}
