package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

  private static MannersConfig manners(String agent, String contact, Duration pause) {
    return new MannersConfig(
        agent,
        contact,
        pause,
        Duration.ofSeconds(60),
        Duration.ofHours(24),
        Duration.ofMinutes(1),
        Duration.ofHours(24),
        Duration.ofMinutes(10));
  }

  @Test
  void theDefaultsAreValidAndRefuseTheMachinesAroundUs() {
    IngestConfig config = IngestConfig.defaults();

    assertThat(config.network().allowPrivateAddresses()).isFalse();
    assertThat(config.network().allowedNetworks()).isEmpty();
    assertThat(config.manners().pause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theUserAgentSaysWhoWeAreAndHowToReachUs() {
    assertThat(manners("keeling", "https://example.org/bot", Duration.ZERO).userAgent())
        .isEqualTo("keeling/0.1 (news archive; https://example.org/bot)");
    assertThat(MannersConfig.defaults().userAgent()).contains("no contact configured");
  }

  @Test
  void anErrorNamesItsKeyAndWhatIsAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manners("keeling", "", Duration.ofHours(1)))
        .withMessage("pause must be between PT0S and PT10M, not PT1H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manners("a/b", "", Duration.ZERO))
        .withMessageStartingWith("agent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manners("keeling", "line\r\nX-Header: 1", Duration.ZERO))
        .withMessageStartingWith("contact");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkConfig(false, List.of("10.0.0.0"), Map.of()))
        .withMessageStartingWith("allowedNetworks");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkConfig(false, List.of(), Map.of("a", "b")))
        .withMessageStartingWith("hostAddresses.a");
  }

  @Test
  void rechecksMustGrow() {
    ScheduleConfig defaults = ScheduleConfig.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ScheduleConfig(
                    defaults.tick(),
                    defaults.firstInterval(),
                    defaults.shortestInterval(),
                    defaults.longestInterval(),
                    defaults.firstBackoff(),
                    defaults.longestBackoff(),
                    defaults.attempts(),
                    List.of(Duration.ofHours(2), Duration.ofHours(1)),
                    defaults.outstandingPerHost(),
                    defaults.linksPerPage()))
        .withMessageStartingWith("rechecks");
  }
}
