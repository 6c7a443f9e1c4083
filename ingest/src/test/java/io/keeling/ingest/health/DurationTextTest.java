package io.keeling.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1 second",
    "PT0.9S, 1 second",
    "PT29S, 29 seconds",
    "PT59.9S, 59 seconds",
    "PT60S, 1 minute",
    "PT89M, 89 minutes",
    "PT5H, 5 hours",
    "PT72H, 3 days"
  })
  void aLengthIsSaidInItsLargestUnitAndNeverAsNone(Duration length, String said) {
    assertThat(DurationText.of(length)).isEqualTo(said);
  }
}
