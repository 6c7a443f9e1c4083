package io.keeling.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a hub is asked again. */
class SubscriptionTest {

  private static final Instant ASKED = Instant.parse("2026-11-02T08:00:00Z");
  private static final Subscription FRESH =
      new Subscription(
          "news",
          "https://a.example/f",
          "https://hub.example/",
          "https://a.example/f",
          "t",
          "s",
          ASKED,
          null,
          null);

  private static Instant after(long hours) {
    return ASKED.plus(Duration.ofHours(hours));
  }

  @Test
  void anUnconfirmedOneAfterAnHour() {
    assertThat(FRESH.due(after(1).minusSeconds(1))).isFalse();
    assertThat(FRESH.due(after(1))).isTrue();
  }

  @Test
  void aConfirmedOneAfterTwoThirdsOfItsLease() {
    Subscription confirmed = FRESH.confirmed(after(30));
    assertThat(confirmed.due(after(20))).isFalse();
    assertThat(confirmed.due(after(21))).isTrue();
    assertThat(confirmed.askedAgain(after(21)).due(after(22))).isFalse();
    assertThat(confirmed.due(after(40))).isTrue();
  }

  @Test
  void aRefusedOneAfterADay() {
    Subscription refused = FRESH.confirmed(after(30)).refused("no");
    assertThat(refused.due(after(23))).isFalse();
    assertThat(refused.due(after(24))).isTrue();
    assertThat(refused.askedAgain(after(24)).refused()).isNull();
  }

  @Test
  void isNamedWithoutItsSecrets() {
    Subscription secret =
        new Subscription("n", "u", "h", "t", "TOKEN", "SECRET", ASKED, null, null);
    assertThat(secret.toString()).doesNotContain("TOKEN", "SECRET");
  }
}
