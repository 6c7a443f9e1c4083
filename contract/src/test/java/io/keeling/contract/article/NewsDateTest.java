package io.keeling.contract.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2026-11-24",
    "2026-11-24T09:30:00+01:00, 2026-11-24T09:30:00+01:00",
    "2026-11-24T09:30+01:00, 2026-11-24T09:30:00+01:00",
    "2026-11-24T09:30:00Z, 2026-11-24T09:30:00Z",
    "2026-11-24T09:30:00-00:00, 2026-11-24T09:30:00Z",
    "2026-11-24T09:30:00.120Z, 2026-11-24T09:30:00.12Z",
    "0999-01-01, 0999-01-01"
  })
  void aDateIsWrittenAsRfc3339AsksFor(String text, String written) {
    NewsDate date = NewsDate.parse(text);

    assertThat(date).hasToString(written);
    assertThat(NewsDate.parse(written)).isEqualTo(date);
    assertThat(written.substring(0, 10)).isEqualTo(date.day().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "24.11.2026",
        "2026-02-30",
        "2026-11-24T09:30:00",
        "2026-11-24T25:00:00Z",
        "2026-11-24T09:30:00+01:00:30",
        "+12026-11-24T09:30:00Z",
        "-0001-11-24T09:30:00Z"
      })
  void whatRfc3339CannotSayIsRefused(String text) {
    assertThatThrownBy(() -> NewsDate.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void theDayIsTheOneInTheWritersTimeZone() {
    NewsDate date = NewsDate.of(OffsetDateTime.parse("2026-11-25T00:30:00+05:30"));

    assertThat(date.day()).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(date.instant()).isEqualTo(Instant.parse("2026-11-24T19:00:00Z"));
  }

  @Test
  void aDayAloneSortsByItsNoon() {
    assertThat(NewsDate.of(LocalDate.of(2026, 11, 24)).instant())
        .isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
  }

  @Test
  void aTimeOnAnotherDayIsRefused() {
    OffsetDateTime time = OffsetDateTime.parse("2026-11-24T09:30:00Z");

    assertThatThrownBy(() -> new NewsDate(LocalDate.of(2026, 11, 25), time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-11-25");
  }
}
