package io.keeling.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.runtime.health.ProgressLimits;
import io.keeling.sink.config.SinkConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void defaults() {
    SinkConfig config = SinkConfig.defaults();
    assertThat(config.batchRecords()).isEqualTo(500);
    assertThat(config.batchBytes()).isEqualTo(8 * 1024 * 1024);
    assertThat(config.poll()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.firstBackoff()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.longestBackoff()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.closeTimeout()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void anErrorNamesTheKeyAndWhatIsAllowed() {
    refused("batchRecords must be between 1 and 10000, not 0", 0, 1 << 20, SECOND, SECOND, SECOND);
    refused("batchBytes must be between 65536 and 268435456, not 1", 1, 1, SECOND, SECOND, SECOND);
    refused(
        "poll must be between PT0.01S and PT10S, not PT0S",
        1,
        1 << 20,
        Duration.ZERO,
        SECOND,
        SECOND);
    refused("firstBackoff must be between PT0.01S", 1, 1 << 20, SECOND, Duration.ZERO, SECOND);
    refused("longestBackoff must be between PT2S", 1, 1 << 20, SECOND, SECOND.plus(SECOND), SECOND);
    assertThatThrownBy(
            () ->
                new SinkConfig(
                    1, 1 << 20, SECOND, SECOND, SECOND, Duration.ZERO, ProgressLimits.defaults()))
        .hasMessageStartingWith("closeTimeout must be between PT1S and PT5M");
  }

  private static void refused(
      String message, int records, int bytes, Duration poll, Duration first, Duration longest) {
    assertThatThrownBy(
            () ->
                new SinkConfig(
                    records, bytes, poll, first, longest, SECOND, ProgressLimits.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
