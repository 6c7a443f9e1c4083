package io.keeling.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words that dead sources are counted by. */
class ReasonCodeTest {

  @ParameterizedTest
  @CsvSource({
    "gone, answered 404, http-404",
    "gone, answered 410, http-410",
    "unreachable, answered 503, http-5xx",
    "unreachable, answered 999, http-5xx",
    "rate-limited, answered 429, http-429",
    "unreachable, unknown host, unknown-host",
    "unreachable, robots.txt: unknown host, unknown-host",
    "unreachable, robots.txt: timed out: no byte, timed-out",
    "unreachable, robots.txt answered 503, robots-unavailable",
    "unreachable, robots.txt is too large, robots-unavailable",
    "disallowed, robots.txt of a.example, disallowed",
    "not-a-feed, neither RSS nor Atom nor JSON Feed, not-a-feed",
  })
  void theWordSaysWhatFailed(String verdict, String problem, String code) {
    assertThat(ReasonCode.of(verdict, problem)).isEqualTo(code);
  }

  @Test
  void whatIsNotKnownStaysAsCoarseAsItIsAndBringsNoWordsOfTheWeb() {
    assertThat(ReasonCode.of("unreachable", null)).isEqualTo("unreachable");
    assertThat(ReasonCode.of("unreachable", "written by an older release"))
        .isEqualTo("unreachable");
    assertThat(ReasonCode.of("gone", "answered 404\"} 1\n")).isEqualTo("gone");
  }
}
