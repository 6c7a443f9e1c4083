package io.keeling.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubRestsTest {

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final HubRests rests = new HubRests(Duration.ofSeconds(2), () -> now);

  @Test
  void requestsToOneSiteAreAPauseApartAndOtherSitesDoNotWait() {
    assertThat(rests.next("hub.example")).isZero();
    assertThat(rests.next("other.example")).isZero();
    assertThat(rests.next("hub.example")).isEqualTo(Duration.ofSeconds(2));
    now = now.plusSeconds(3);
    assertThat(rests.next("hub.example")).isEqualTo(Duration.ofSeconds(1));
    now = now.plusSeconds(60);
    assertThat(rests.next("hub.example")).isZero();
  }

  @Test
  void sitesThatRestNoMoreAreForgottenHoweverManyFeedsName() {
    for (int i = 0; i < 50_000; i++) {
      rests.next("hub-" + i + ".example");
      now = now.plusMillis(100);
    }

    assertThat(rests.size()).isLessThan(100);
  }
}
