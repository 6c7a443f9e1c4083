package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.app.failure.UserException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class ExaminationTest {

  @Test
  void whatDoesNotComeBackIsNotWaitedForAndTheNextIsAsked() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Examination examination = new Examination()) {
      List<Finding> lost =
          examination.ask(
              new Question(
                  "lost",
                  Duration.ofMillis(1),
                  () -> {
                    never.await();
                    return List.of();
                  }));
      List<Finding> next = examination.ask(question(() -> List.of(Finding.ok("next", "well"))));

      assertThat(lost).extracting(Finding::verdict).containsExactly(Verdict.FAIL);
      assertThat(lost.get(0).line()).startsWith("no answer within");
      assertThat(next).containsExactly(Finding.ok("next", "well"));
    }
  }

  @Test
  void whatIsThrownIsAnAnswerInTheWordsOfWhateverFailed() throws Exception {
    assertThat(thrown(new UserException("no Kafka answers. Start it.")))
        .isEqualTo("no Kafka answers. Start it.");
    assertThat(thrown(new TopicAuthorizationException("keeling.pages")))
        .contains("does not let this user in", "docs/security.md");
    assertThat(thrown(new SQLException("no such table", "42P01")))
        .isEqualTo("no such table (SQLSTATE 42P01)");
    assertThat(thrown(new IllegalStateException("odd"))).isEqualTo("IllegalStateException: odd");
  }

  private static String thrown(Exception failure) throws InterruptedException {
    try (Examination examination = new Examination()) {
      List<Finding> findings =
          examination.ask(
              question(
                  () -> {
                    throw failure;
                  }));
      assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.FAIL);
      return findings.get(0).line();
    }
  }

  private static Question question(Callable<List<Finding>> answer) {
    return new Question("subject", Duration.ofMinutes(1), answer);
  }
}
