package io.keeling.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeadLetterWarningsTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(DeadLetterWarningsTest.class);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final Queue<Runnable> pauses = new ArrayDeque<>();
  private final DeadLetterWarnings log = new DeadLetterWarnings(logger, pauses::add);

  @BeforeEach
  void listen() {
    logger.setAdditive(false);
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
  }

  private static DeadLetter letter(Stage stage, String reason, long offset) {
    return DeadLetter.builder(
            stage,
            reason,
            "is broken",
            new RecordOrigin("keeling.articles", 0, offset, "k"),
            Instant.EPOCH)
        .build();
  }

  private List<String> lines() {
    return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** The pause of each kind that waits. */
  private void pauseIsOver() {
    List<Runnable> over = List.copyOf(pauses);
    pauses.clear();
    over.forEach(Runnable::run);
  }

  @Test
  void manyLettersOfOneReasonAreALineAndOneWithTheirNumber() {
    for (int offset = 0; offset < 600; offset++) {
      log.tell(letter(Stage.ENRICH, "unreadable", offset));
    }
    pauseIsOver();

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0))
        .isEqualTo("Dead letter (enrich unreadable) of keeling.articles-0@0: is broken");
    assertThat(lines().get(1))
        .isEqualTo(
            "599 more dead letters (enrich unreadable), the last of keeling.articles-0@599: is"
                + " broken");
  }

  @Test
  void stagesAndReasonsAreToldApart() {
    log.tell(letter(Stage.ENRICH, "unreadable", 1));
    log.tell(letter(Stage.ENRICH, "failed", 2));
    log.tell(letter(Stage.SINK, "unreadable", 3));

    assertThat(lines()).hasSize(3);
  }

  @Test
  void whatComesAfterAQuietPauseHasItsLineAtOnce() {
    log.tell(letter(Stage.ENRICH, "failed", 1));
    pauseIsOver();
    log.tell(letter(Stage.ENRICH, "failed", 2));

    assertThat(lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("Dead letter "));
  }

  @Test
  void aFaultThatGoesOnIsOneLineAPause() {
    for (int pause = 0; pause < 3; pause++) {
      log.tell(letter(Stage.READ, "failed", pause));
      log.tell(letter(Stage.READ, "failed", pause));
      pauseIsOver();
    }

    assertThat(lines()).hasSize(4);
    assertThat(lines().get(3)).startsWith("2 more dead letters (read failed)");
  }

  @Test
  void reasonsWithoutEndAreNotAllRemembered() {
    for (int i = 0; i < 10_000; i++) {
      log.tell(letter(Stage.READ, "reason-" + i, i));
    }

    assertThat(lines()).hasSizeLessThan(110);
    assertThat(pauses).hasSizeLessThan(110);
  }
}
