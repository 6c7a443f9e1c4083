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
    assertThat(config.firstBackoff()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.longestBackoff()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.closeTimeout()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void anErrorNamesTheKeyAndWhatIsAllowed() {
    refused("batchBytes must be between 65536 and 268435456, not 1", 1, SECOND);
    refused("closeTimeout must be between PT1S and PT5M", 1 << 20, Duration.ZERO);
  }

  private static void refused(String message, int bytes, Duration close) {
    assertThatThrownBy(
            () -> new SinkConfig(1, bytes, SECOND, SECOND, close, ProgressLimits.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
