package io.keeling.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSelectionTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2026-11-24T00:00:00Z",
    "2026-11-24T09:30:00Z, 2026-11-24T09:30:00Z",
    "2026-11-24T09:30:00+01:00, 2026-11-24T08:30:00Z",
    "36h, 2026-11-25T00:00:00Z",
    "P1D, 2026-11-25T12:00:00Z",
    "PT1H, 2026-11-26T11:00:00Z"
  })
  void readsAMomentAsPeopleWriteIt(String text, Instant moment) {
    assertThat(RecordSelection.moment(text, NOW)).isEqualTo(moment);
  }

  @Test
  void saysHowToWriteATimeThatItCannotRead() {
    assertThatThrownBy(() -> RecordSelection.moment("yesterday", NOW))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("not a time: yesterday. Write 2026-11-24,");
  }
}
