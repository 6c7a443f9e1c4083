package io.keeling.contract.health;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLimitsTest {

  @Test
  void aRoleIsNotEndedBeforeItIsNotReady() {
    assertThatThrownBy(() -> new ProgressLimits(Duration.ofMinutes(2), Duration.ofMinutes(1)))
        .hasMessage("restartAfter must be from PT2M to PT24H, not PT1M");
    assertThatThrownBy(() -> new ProgressLimits(Duration.ZERO, Duration.ofMinutes(1)))
        .hasMessage("stalledAfter must be from PT10S to PT1H, not PT0S");
  }
}
