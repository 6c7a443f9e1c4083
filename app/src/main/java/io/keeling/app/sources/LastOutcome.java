package io.keeling.app.sources;

import io.keeling.contract.fetch.FetchOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last look at a source ended. Immutable and safe to share between threads.
 *
 * @param outcome how it ended
 * @param at when
 * @param since since when every look has ended like this, as far back as was read
 * @param problem one line on what went wrong, if something did
 */
public record LastOutcome(
    FetchOutcome outcome, Instant at, Instant since, @Nullable String problem) {

  /** Whether the source answered. */
  public boolean answered() {
    return outcome == FetchOutcome.FETCHED || outcome == FetchOutcome.NOT_MODIFIED;
  }

  /** This outcome after an earlier one; whether it answered is what lasts. */
  LastOutcome after(@Nullable LastOutcome before) {
    if (before == null || before.answered() != answered()) {
      return this;
    }
    return new LastOutcome(outcome, at, before.since, problem);
  }
}
