package io.keeling.ingest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDatesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(HttpDates.retryAfter(" 120 ", NOW)).contains(NOW.plusSeconds(120));
    assertThat(HttpDates.retryAfter("Tue, 24 Nov 2026 12:00:00 GMT", NOW))
        .contains(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(HttpDates.retryAfter("soon", NOW)).isEmpty();
    assertThat(HttpDates.retryAfter(null, NOW)).isEmpty();
  }

  @Test
  void freshnessIsTheMaximumAgeOrElseTheTimeToExpiry() {
    String date = "Tue, 24 Nov 2026 10:00:00 GMT";
    String expires = "Tue, 24 Nov 2026 11:00:00 GMT";
    assertThat(HttpDates.maxAge("public, max-age=300", expires, date)).isEqualTo(300);
    assertThat(HttpDates.maxAge("no-cache, max-age=300", expires, date)).isNull();
    assertThat(HttpDates.maxAge("s-maxage=900", expires, date)).isEqualTo(3600);
    assertThat(HttpDates.maxAge(null, "0", date)).isNull();
    assertThat(HttpDates.maxAge(null, date, expires)).isNull();
  }
}
