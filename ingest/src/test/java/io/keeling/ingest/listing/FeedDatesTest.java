package io.keeling.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialects of dates that feeds are written in. */
class FeedDatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-24T08:30:00Z | RFC 3339
          2026-11-24T09:30:00.123456+01:00 | with a fraction
          2026-11-24t08:30:00z | in lower case
          2026-11-24T09:30:00+0100 | zone without a colon
          2026-11-24T09:30:00+01 | zone of hours alone
          2026-11-24T08:30Z | without seconds
          2026-11-24 08:30:00 | as databases print it
          2026-11-24 03:30:00 -0500 | as Ruby prints it
          2026/11/24 08:30:00 | with slashes
          2026-11-24 08:30:00 UTC | with a named zone
          20261124T083000Z | ISO 8601 without hyphens
          20261124083000 | digits alone
          Tue, 24 Nov 2026 08:30:00 GMT | RFC 1123
          Tue, 24 Nov 2026 09:30:00 +0100 | RFC 2822
          Tue, 24 Nov 26 08:30 UT | RFC 822
          24 Nov 2026 08:30:00 +0000 | without a day of the week
          Mon, 24 Nov 2026 08:30:00 GMT | with the wrong day of the week
          Tue, 24 Nov 2026 03:30:00 EST | with an American zone
          Tue, 24 November 2026 02:30:00 CST | with the month's whole name
          Tuesday, 24-Nov-26 08:30:00 GMT | RFC 850
          Tue Nov 24 08:30:00 2026 | asctime
          Tue Nov 24 09:30:00 CET 2026 | as Java prints it
          Tue Nov 24 2026 09:30:00 GMT+0100 (CET) | as JavaScript prints it
          Tue, 24 Nov 2026 09:30:00 GMT+1 | offset behind GMT
          November 24, 2026 8:30 am | American
          Nov 24, 2026, 3:30 AM EST | American, short
          11/24/2026 08:30 | American, in numbers that cannot be mistaken
          24.11.2026 08:30 | with dots
          mar., 24 nov. 2026 09:30:00 +0100 | French
          Di, 24 November 2026 08:30:00 +0000 | German
          mié, 24 de noviembre de 2026 08:30 | Spanish
          вт, 24 ноя 2026 11:30:00 +0300 | Russian
          Τρι, 24 Νοέ 2026 03:30:00 EST | Greek
          2026-november-24T9:30+01:00 | Hungarian
          2026-11-24 오후 5:30:00 | Korean, in the afternoon
          2026년 11월 24일 17:30:00 | Korean, with the words for year, month and day
          2026年11月24日 08:30 | Chinese and Japanese
          2026年11月24日 下午 8:30 +1200 | Chinese, in the afternoon
          Tue, 2026/11/24 03:30:00 EST | Perforce
          Tue Nov 24 08:30:00 +0000 2026 | with the zone before the year
          Tue, 24 Nov 2026 8:30:0 GMT | without leading zeros
          2026-011-24T08:30:00Z | with a zero too many
          2026-328T08:30:00Z | the day of the year
          Tue, 24 Nov 2026 09:30:00 MET | Middle European Time
          Tue, 24 Nov 2026 03:30:00 ET | Eastern time, winter or summer unsaid
          Mon, 23 Nov 2026 22:30:00 HST | Hawaii
          1795509000 | seconds since 1970
          1795509000000 | milliseconds since 1970
          """)
  void readsTheDialect(String text, String name) {
    Instant expected = Instant.parse("2026-11-24T08:30:00Z");
    Instant read = FeedDates.parse(text);
    assertThat(read).as(name).isNotNull();
    assertThat(read.getEpochSecond()).as(name).isEqualTo(expected.getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24",
        "24 Nov 2026",
        "November 24, 2026",
        "20261124",
        "2026328",
        "2026-11-23T24:00:00Z",
        "2026年11月24日"
      })
  void takesADayForItsFirstMoment(String text) {
    assertThat(FeedDates.parse(text)).isEqualTo("2026-11-24T00:00:00Z");
  }

  @Test
  void takesAYearAloneForItsFirstMoment() {
    assertThat(FeedDates.parse("2026")).isEqualTo("2026-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "03/04/2026",
        "2026-13-45",
        "24 Nonsense 2026",
        "99:99",
        "2026-366",
        "2026-11-24T25:14:55Z",
        "-"
      })
  void takesNothingElseForADate(String text) {
    assertThat(FeedDates.parse(text)).isNull();
  }

  @Test
  void readsNoDateInALongText() {
    assertThat(FeedDates.parse("24 Nov 2026 " + "x".repeat(100))).isNull();
    assertThat(FeedDates.parse(null)).isNull();
  }
}
