package io.keeling.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Duration ASKED = Duration.ofMillis(10);

  private final Patience patience = new Patience();

  @Test
  void whoHasNothingToDoWaitsLong() {
    assertThat(patience.of(ASKED)).isEqualTo(Patience.IDLE);
  }

  @Test
  void whoReadSomethingLooksAgainSoon() {
    patience.polled(true);

    assertThat(patience.of(ASKED)).isEqualTo(ASKED);

    patience.polled(false);

    assertThat(patience.of(ASKED)).isEqualTo(Patience.IDLE);
  }

  @Test
  void whoHasToCommitDoesNotWaitForLong() {
    patience.begun();
    patience.polled(false);

    assertThat(patience.of(ASKED)).isEqualTo(ASKED);

    patience.ended();

    assertThat(patience.of(ASKED)).isEqualTo(Patience.IDLE);
  }

  @Test
  void whoIsNotToWaitDoesNot() {
    assertThat(patience.of(Duration.ZERO)).isZero();
  }

  @Test
  void aLongerWaitIsKept() {
    assertThat(patience.of(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
  }
}
