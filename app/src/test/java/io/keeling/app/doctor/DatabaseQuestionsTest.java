package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.storage.SchemaState;
import io.keeling.storage.SchemaState.Condition;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseQuestionsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, OK", "-4, OK", "6, OK", "-6, WARN", "8, WARN", "-61, FAIL", "3600, FAIL"})
  void clocksMayDifferByAsMuchAsAnAnswerTakesAndALittle(long seconds, Verdict verdict) {
    Finding finding = DatabaseQuestions.skew(NOW, NOW.plusSeconds(seconds), NOW.plusSeconds(2));

    assertThat(finding.verdict()).isEqualTo(verdict);
  }

  @Test
  void anOlderSchemaIsAFailureAndANewerOneIsNot() {
    Finding older = DatabaseQuestions.finding(new SchemaState(Condition.OLDER, "1", 2));
    Finding newer = DatabaseQuestions.finding(new SchemaState(Condition.NEWER, "9", 0));

    assertThat(older.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(older.line()).contains("version 1, 2 older", "Start the sink of this release");
    assertThat(newer.verdict()).isEqualTo(Verdict.WARN);
  }
}
