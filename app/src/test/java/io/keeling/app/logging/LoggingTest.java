package io.keeling.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

/** What a log line shows of text that came from outside. */
class LoggingTest {

  private static final String FORGED = "2026-11-24T09:00:00.000Z ERROR [main] forged - all is lost";

  private final LoggerContext context = new LoggerContext();

  @Test
  void anExceptionIsShownWithoutItsMessages() {
    Exception cause = new IllegalStateException("Rivers fall\n" + FORGED);
    Exception failure = new RuntimeException("no article: Rivers fall\r\n" + FORGED, cause);

    String line = line("A page could not be read", failure);

    assertThat(line)
        .contains("A page could not be read")
        .contains("java.lang.RuntimeException\n")
        .contains("Caused by: java.lang.IllegalStateException\n")
        .contains("\tat io.keeling.app.logging.LoggingTest.anExceptionIsShownWithoutItsMessages(")
        .doesNotContain("Rivers")
        .doesNotContain("forged");
  }

  @Test
  void whatALibraryThrowsIsNamedAndNotShownWhole() {
    String line = line("org.apache.kafka.clients.Heart", "no beat", new IllegalStateException());

    assertThat(line).contains("no beat", "java.lang.IllegalStateException").doesNotContain("\tat ");
  }

  @Test
  void aMessageStaysOnOneLine() {
    String line = line("status \u001b[31m\u0085\u2028\n" + FORGED, null);

    assertThat(line.lines()).hasSize(1);
    assertThat(line.strip()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
  }

  private String line(String message, Throwable thrown) {
    return line("io.keeling.Somewhere", message, thrown);
  }

  private String line(String name, String message, Throwable thrown) {
    Logger logger = context.getLogger(name);
    var event = new LoggingEvent("here", logger, Level.ERROR, message, thrown, null);
    return Logging.layout(context).doLayout(event);
  }
}
