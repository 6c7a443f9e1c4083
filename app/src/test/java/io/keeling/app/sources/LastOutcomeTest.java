package io.keeling.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastOutcomeTest {

  private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void aSourceThatStaysAwayIsAwaySinceTheFirstTime() {
    LastOutcome first = at(MORNING, FetchOutcome.UNREACHABLE);

    LastOutcome second = at(NOON, FetchOutcome.GONE).after(first);

    assertThat(second.outcome()).isEqualTo(FetchOutcome.GONE);
    assertThat(second.since()).isEqualTo(MORNING);
  }

  @Test
  void aSourceThatComesBackAnswersSinceThen() {
    LastOutcome away = at(MORNING, FetchOutcome.UNREACHABLE);

    LastOutcome back = at(NOON, FetchOutcome.NOT_MODIFIED).after(away);

    assertThat(back.answered()).isTrue();
    assertThat(back.since()).isEqualTo(NOON);
  }

  private static LastOutcome at(Instant time, FetchOutcome outcome) {
    return new LastOutcome(outcome, time, time, null);
  }
}
