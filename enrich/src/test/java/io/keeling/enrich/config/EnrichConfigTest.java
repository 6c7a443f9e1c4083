package io.keeling.enrich.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.runtime.health.ProgressLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnrichConfigTest {

  private static final Duration TENTH = Duration.ofMillis(100);
  private static final Duration SECONDS = Duration.ofSeconds(8);

  @Test
  void defaultsAreAllowed() {
    EnrichConfig defaults = EnrichConfig.defaults();

    assertThat(defaults.stateDirectory()).isEqualTo(Path.of("data", "enrich"));
    assertThat(defaults.threads()).isPositive();
    assertThat(defaults.commitInterval()).isEqualTo(TENTH);
    assertThat(defaults.closeTimeout()).isEqualTo(SECONDS);
    assertThat(defaults.standbyReplicas()).isZero();
    assertThat(defaults.taxonomy()).isNull();
  }

  @Test
  void errorsNameTheKeyAndWhatIsAllowed() {
    assertThatThrownBy(() -> config(0, TENTH, SECONDS, 0))
        .hasMessage("threads must be between 1 and 64, not 0");
    assertThatThrownBy(() -> config(1, Duration.ZERO, SECONDS, 0))
        .hasMessage("commitInterval must be between PT0.01S and PT1M, not PT0S");
    assertThatThrownBy(() -> config(1, TENTH, null, 0))
        .hasMessage("closeTimeout must be between PT1S and PT5M, not null");
    assertThatThrownBy(() -> config(1, TENTH, SECONDS, 4))
        .hasMessage("standbyReplicas must be between 0 and 3, not 4");
  }

  private static EnrichConfig config(int threads, Duration commit, Duration close, int standbys) {
    return new EnrichConfig(
        Path.of("x"), threads, commit, close, standbys, null, ProgressLimits.defaults());
  }
}
