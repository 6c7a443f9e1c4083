package io.keeling.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void whatCouldSteerATerminalOrForgeALineBecomesABlank() {
    assertThat(Printable.line("Storm\u001b[2J\r\nERROR all gone\u202e\u0007"))
        .isEqualTo("Storm [2J ERROR all gone");
  }

  @Test
  void aTableAlignsItsColumns() {
    assertThat(new Table().row("ID", "N").row("harbour", 7).row("x", 12).lines())
        .containsExactly("ID       N", "harbour  7", "x        12");
  }
}
