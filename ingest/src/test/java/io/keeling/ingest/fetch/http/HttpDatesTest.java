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
    assertThat(HttpDates.retryAfter("99999999999999999999", NOW))
        .hasValueSatisfying(until -> assertThat(until).isAfter(NOW.plusSeconds(900_000_000)));
    assertThat(HttpDates.retryAfter("soon", NOW)).isEmpty();
    assertThat(HttpDates.retryAfter(null, NOW)).isEmpty();
  }

  private static Long fresh(String cacheControl, String expires, String date, String age) {
    return HttpDates.maxAge(cacheControl, expires, date, age, NOW);
  }

  @Test
  void freshnessIsTheMaximumAgeOrElseTheTimeToExpiry() {
    String date = "Tue, 24 Nov 2026 10:00:00 GMT";
    String expires = "Tue, 24 Nov 2026 11:00:00 GMT";
    assertThat(fresh("public, max-age=300", expires, date, null)).isEqualTo(300);
    assertThat(fresh("no-cache, max-age=300", expires, date, null)).isNull();
    assertThat(fresh("max-age=300, no-store", expires, date, null)).isNull();
    assertThat(fresh("no-cache=\"Set-Cookie\", max-age=300", expires, date, null)).isEqualTo(300);
    assertThat(fresh("s-maxage=900", expires, date, null)).isEqualTo(3600);
    assertThat(fresh("max-age=0", expires, date, null)).isNull();
    assertThat(fresh(null, "0", date, null)).isNull();
    assertThat(fresh(null, date, expires, null)).isNull();
    assertThat(fresh(null, null, null, null)).isNull();
  }

  @Test
  void expiryCountsFromTheArrivalWhereTheAnswerBearsNoDate() {
    assertThat(fresh(null, "Tue, 24 Nov 2026 10:20:00 GMT", null, null)).isEqualTo(1200);
  }

  @Test
  void theTimeInCachesOnTheWayIsTakenOff() {
    assertThat(fresh("max-age=300", null, null, "100")).isEqualTo(200);
    assertThat(fresh("max-age=300", null, null, "300")).isNull();
    assertThat(fresh("max-age=300", null, null, "-5")).isEqualTo(300);
  }
}
