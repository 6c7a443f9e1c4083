package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceDirectoryTest {

  private static final String SETTING = "enrich.stateDirectory";

  @TempDir private Path directory;

  private InstanceDirectory take() {
    return InstanceDirectory.take(SETTING, directory.resolve("state/enrich"));
  }

  @Test
  void oneInstanceHasWhatIsSetAndTheNextWhatIsBesideIt() throws IOException {
    try (InstanceDirectory one = take();
        InstanceDirectory two = take();
        InstanceDirectory three = take()) {
      assertThat(one.path()).isEqualTo(directory.resolve("state/enrich")).isDirectory();
      assertThat(two.path()).isEqualTo(directory.resolve("state/enrich-2")).isDirectory();
      assertThat(three.path()).isEqualTo(directory.resolve("state/enrich-3"));
    }
  }

  @Test
  void whoeverTakesThePlaceOfAnotherGoesOnWithItsState() throws IOException {
    try (InstanceDirectory one = take()) {
      try (InstanceDirectory two = take()) {
        Files.writeString(two.path().resolve("store"), "kept");
      }
      try (InstanceDirectory instead = take()) {
        assertThat(instead.path().resolve("store")).hasContent("kept");
      }
      assertThat(one.path()).isDirectory();
    }
  }

  @Test
  void aProcessThatIsKilledGivesItBack() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator,
                Holder.class.getName(),
                directory.resolve("state/enrich").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(other.inputReader().readLine()).isEqualTo("taken");
    try (InstanceDirectory second = take()) {
      assertThat(second.path()).isEqualTo(directory.resolve("state/enrich-2"));
    }

    other.destroyForcibly().waitFor(1, TimeUnit.MINUTES);

    try (InstanceDirectory first = take()) {
      assertThat(first.path()).isEqualTo(directory.resolve("state/enrich"));
    }
  }

  /** A process that takes the directory and never ends. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (InstanceDirectory held = InstanceDirectory.take(SETTING, Path.of(arguments[0]))) {
        System.out.println("taken");
        Thread.currentThread().join();
        held.path();
      }
    }
  }

  @Test
  void whereNothingCanBeWrittenTheSettingIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> InstanceDirectory.take(SETTING, file.resolve("enrich")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining("set another directory");
  }
}
