package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReprocessCommandTest {

  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Keeling.commandLine().setErr(new PrintWriter(err)).execute(arguments);
  }

  @ParameterizedTest
  @CsvSource({"pages", "articles"})
  void aMistakeIsOneClearLine(String what) {
    assertThat(run("reprocess", what)).isEqualTo(1);
    assertThat(run("reprocess", what, "--since", "soon")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            keeling: name --since or --source, or --all.
            keeling: not a time: soon. Write 2026-11-24, 2026-11-24T09:30:00Z, or 36h or 3d for a time that long ago.
            """);
  }

  @Test
  void anUnknownOptionIsAMistakeOfTheCommandLine() {
    assertThat(run("reprocess", "pages", "--wet-run")).isEqualTo(2);
  }
}
