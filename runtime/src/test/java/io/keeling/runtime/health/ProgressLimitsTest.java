package io.keeling.runtime.health;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLimitsTest {

  @Test
  void aRoleIsNotEndedBeforeItIsNotReady() {
    assertThatThrownBy(() -> new ProgressLimits(Duration.ofMinutes(2), Duration.ofMinutes(1)))
        .hasMessage("restartAfter must be between PT2M and PT24H, not PT1M");
    assertThatThrownBy(() -> new ProgressLimits(Duration.ZERO, Duration.ofMinutes(1)))
        .hasMessage("stalledAfter must be between PT10S and PT1H, not PT0S");
  }
}
