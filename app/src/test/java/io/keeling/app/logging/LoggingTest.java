package io.keeling.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.keeling.contract.serde.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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

  @Test
  void asJsonAnEventIsOneObjectUnderTheNamesOfTheElasticCommonSchema() throws Exception {
    Exception cause = new IllegalStateException("Rivers fall\n" + FORGED);
    Exception failure = new RuntimeException("no article: \"Rivers\"", cause);
    Logger logger = context.getLogger("io.keeling.Somewhere");
    var event =
        new LoggingEvent(
            "here", logger, Level.WARN, "{} is away\u2028", failure, new Object[] {"Kafka\n"});

    String line =
        new String(Logging.encoder(LogFormat.JSON, context).encode(event), StandardCharsets.UTF_8);

    assertThat(line.lines()).hasSize(1);
    assertThat(line).endsWith("}\n").doesNotContain("Rivers", "forged");
    Map<?, ?> fields = Json.MAPPER.readValue(line, Map.class);
    assertThat(fields.get("log.level")).isEqualTo("WARN");
    assertThat(fields.get("message")).isEqualTo("Kafka  is away");
    assertThat(fields.get("labels.event")).isEqualTo("{} is away");
    assertThat(fields.get("log.logger")).isEqualTo("io.keeling.Somewhere");
    assertThat(fields.get("error.type")).isEqualTo("java.lang.RuntimeException");
    assertThat((String) fields.get("error.stack_trace"))
        .contains("Caused by: java.lang.IllegalStateException\n");
    assertThat(Instant.parse((String) fields.get("@timestamp")).toEpochMilli())
        .isEqualTo(event.getTimeStamp());
    assertThat(fields.get("service.name")).isEqualTo("keeling");
    assertThat(fields.get("service.version")).isNotNull();
    assertThat(fields.get("ecs.version")).isNotNull();
  }

  @Test
  void aLevelIsChangedOfWhatIsOursAndOfWhatLogsAlone() {
    LoggerFactory.getLogger("io.keeling.app.logging.changed");

    assertThat(Loggers.set("io.keeling.app.logging.changed", "debug")).isEmpty();
    assertThat(Loggers.list()).contains("io.keeling.app.logging.changed debug\n");
    assertThat(Loggers.set("io.keeling.app.logging.changed", "loud").orElse(""))
        .isEqualTo("the level is one of error, warn, info, debug, trace");
    assertThat(Loggers.set("io.keeling.nobody.at.all", "debug").orElse(""))
        .isEqualTo("nothing logs under that name");
    assertThat(Loggers.set("org.apache.hc.client5.http.headers", "debug")).isPresent();
    assertThat(Loggers.list()).doesNotContain("nobody", "headers");
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
