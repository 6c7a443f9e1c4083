package io.keeling.desk.saved.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final Retries RETRIES = new Retries(Duration.ofSeconds(5));

  @Test
  void eachPauseIsFiveTimesAsLongAsTheOneBefore() {
    assertThat(RETRIES.after(1).orElseThrow())
        .isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_500));
    assertThat(RETRIES.after(3).orElseThrow())
        .isBetween(Duration.ofMillis(112_500), Duration.ofMillis(137_500));
  }

  @Test
  void afterTheLastAttemptThereIsNone() {
    assertThat(RETRIES.after(Retries.MOST - 1)).isPresent();
    assertThat(RETRIES.after(Retries.MOST)).isEmpty();
    assertThat(RETRIES.after(Retries.MOST + 1)).isEmpty();
  }
}
