package io.keeling.app.role;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.failure.UserException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator has to mend before a role can start is told in one line. */
class RolesTest {

  @TempDir Path directory;

  @Test
  void aTaxonomyThatCannotBeUsedIsNamedWithWhatToDo() throws Exception {
    Path taxonomy = Files.writeString(directory.resolve("mine.yaml"), "topics: [{}]\n");
    Roles roles =
        roles(
            "enrich: {taxonomy: %s, stateDirectory: %s}"
                .formatted(taxonomy, directory.resolve("state")));

    assertThatThrownBy(roles::enrich)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("the taxonomy " + taxonomy + " cannot be used. Mend the file, or")
        .hasMessageContaining("topics[0].label: is missing")
        .hasMessageContaining("version: is missing");
  }

  @Test
  void aStateDirectoryThatCannotBeWrittenIsNamedWithWhatToDo() throws Exception {
    // A file, for root may write to every directory.
    Path file = Files.writeString(directory.resolve("file"), "");
    Path below = file.resolve("state");

    assertThatThrownBy(() -> roles("enrich: {stateDirectory: %s}".formatted(below)).enrich())
        .isInstanceOf(UserException.class)
        .hasMessage(
            "enrich.stateDirectory: cannot write to %s. Let this user write there, or set another"
                + " directory.",
            below);
    assertThatThrownBy(
            () -> roles("ingest: {streams: {stateDirectory: %s}}".formatted(file)).ingest())
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("ingest.streams.stateDirectory: cannot write to " + file);
  }

  private static Roles roles(String settings) {
    return new Roles(
        ConfigLoader.ofText("keeling.yaml", settings, Map.of()).load(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }
}
