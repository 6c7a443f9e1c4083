package io.keeling.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  /** A console as JDK 22 and later have it. */
  public static final class NewConsole {

    private final boolean terminal;

    NewConsole(boolean terminal) {
      this.terminal = terminal;
    }

    public boolean isTerminal() {
      return terminal;
    }
  }

  /** A console as it was before. */
  public static final class OldConsole {}

  @Test
  void theConsoleOfAPipeIsNoTerminalOnAnyJdk() {
    assertThat(Terminal.isTerminal(NewConsole.class, new NewConsole(false))).isFalse();
    assertThat(Terminal.isTerminal(NewConsole.class, null)).isFalse();
    assertThat(Terminal.isTerminal(OldConsole.class, null)).isFalse();
  }

  @Test
  void theConsoleOfATerminalIsOneOnAnyJdk() {
    assertThat(Terminal.isTerminal(NewConsole.class, new NewConsole(true))).isTrue();
    assertThat(Terminal.isTerminal(OldConsole.class, new OldConsole())).isTrue();
  }

  @Test
  void aPassingLineIsErasedAndNeverBrokenIntoTwo() {
    Terminal terminal = new Terminal(out, true);

    terminal.show("wide".repeat(100));
    terminal.show("second");
    terminal.say("stays");

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\r\u001b[2K\u001b[?7l"
                + "wide".repeat(100)
                + "\u001b[?7h\r\u001b[2K\u001b[?7lsecond\u001b[?7h\r\u001b[2Kstays"
                + System.lineSeparator());
  }

  @Test
  void withoutATerminalOnlyWhatStaysIsPrinted() {
    Terminal terminal = new Terminal(out, false);

    terminal.show("passing");
    terminal.say("stays");
    terminal.clear();

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("stays" + System.lineSeparator());
  }
}
