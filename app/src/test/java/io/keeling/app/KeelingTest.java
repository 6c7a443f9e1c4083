package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class KeelingTest {

  @Test
  void numbersAreWrittenInTheSameWayWhateverTheLanguageOfTheMachine() {
    Locale usual = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));

      Keeling.formatAlike();

      assertThat("http://localhost:%d/ %,d %.1f".formatted(8080, 1234, 1.5))
          .isEqualTo("http://localhost:8080/ 1,234 1.5");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, usual);
    }
  }

  /** Lists of commands show it alone. */
  @Test
  void theFirstLineOfEachCommandsHelpIsAWholeSentence() {
    assertThat(commands(Keeling.commandLine()).map(KeelingTest::firstLine))
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.endsWith("."));
  }

  private static Stream<CommandLine> commands(CommandLine of) {
    return Stream.concat(
        Stream.of(of), of.getSubcommands().values().stream().flatMap(KeelingTest::commands));
  }

  private static String firstLine(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    String[] lines = usage.header().length > 0 ? usage.header() : usage.description();
    return command.getCommandName() + ": " + lines[0];
  }
}
