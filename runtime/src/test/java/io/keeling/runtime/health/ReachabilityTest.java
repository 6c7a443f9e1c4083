package io.keeling.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  private final Reachability reachability = new Reachability();

  @Test
  void oneFailureIsNoOutage() {
    assertThat(reachability.failed(seconds(10))).isFalse();

    assertThat(reachability.away()).isFalse();
    assertThat(reachability.answered(seconds(11))).isEmpty();
  }

  @Test
  void anOutageBeginsOnceWithTheFirstOfTwoFailuresAndEndsOnce() {
    assertThat(reachability.failed(seconds(10))).isFalse();
    assertThat(reachability.failed(seconds(16))).isTrue();
    assertThat(reachability.failed(seconds(22))).isFalse();
    assertThat(reachability.failed(seconds(28))).isFalse();
    assertThat(reachability.away()).isTrue();

    assertThat(reachability.answered(seconds(110))).contains(Duration.ofSeconds(100));
    assertThat(reachability.answered(seconds(115))).isEmpty();
    assertThat(reachability.away()).isFalse();
  }

  @Test
  void failuresThatAreNotInARowAreNoOutage() {
    for (int i = 0; i < 10; i++) {
      assertThat(reachability.failed(seconds(10L * i))).isFalse();
      assertThat(reachability.answered(seconds(10L * i + 5))).isEmpty();
    }
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
