package io.keeling.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMillis(350);

  @Test
  void doublesUpToTheLimitAndStartsAgain() {
    RetryPause backoff = new RetryPause(FIRST, LONGEST, () -> 0);
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(100));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(200));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(350));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(350));
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void shortensByUpToHalf() {
    RetryPause backoff = new RetryPause(FIRST, FIRST, RandomGenerator.of("L64X128MixRandom"));
    for (int i = 0; i < 1000; i++) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(50), FIRST);
    }
  }
}
