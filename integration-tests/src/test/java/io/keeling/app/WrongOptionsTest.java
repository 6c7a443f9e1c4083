package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that are read before anything is started. */
class WrongOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "newsroom --port 99999",
        "demo --press-port 0",
        "demo --port -1",
        "up --port eighty",
        "dead-letters list --limit -1"
      })
  void aNumberThatCannotBeIsAWrongCommandLine(String command) {
    CommandRun run = CommandRun.of(command.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: keeling").doesNotContain("unexpected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"newsroom --correct-after -5"})
  void aNumberOutOfBoundsIsToldInOneLine(String command) {
    CommandRun run = CommandRun.of(command.split(" "));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("keeling: ")
        .doesNotContain("unexpected");
  }
}
