package io.keeling.ingest.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.source.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a source.
 *
 * <p>The components are the fields of the JSON in the state store, which earlier releases also
 * wrote. {@link SourceStateBuilder} sets them one by one.
 *
 * @param source the source as in the catalogue
 * @param due when it is polled next
 * @param interval the learned time between polls
 * @param failures failed polls in a row
 * @param verdict why the last poll failed or could not be read; null if it succeeded
 * @param since since when polls fail with this verdict
 * @param polledAt when the last successful poll ended
 * @param etag validator of the last response
 * @param lastModified validator of the last response
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceState(
    Source source,
    Instant due,
    Duration interval,
    int failures,
    @Nullable String verdict,
    @Nullable Instant since,
    @Nullable Instant polledAt,
    @Nullable String etag,
    @Nullable String lastModified,
    SourceHistory history) {

  public static final JsonSerde<SourceState> SERDE =
      new JsonSerde<>(SourceState.class, "source-state/1");

  public SourceState {
    if (history == null) {
      // A state written by a release that had no histories.
      history = SourceHistory.begun(polledAt == null ? due : polledAt);
    }
  }

  /** Returns the state of a source that no frontier knows yet. */
  public static SourceState unknown(Source source, Instant now) {
    return fresh(source, now, now, Duration.ZERO);
  }

  public static SourceState fresh(Source source, Instant now, Instant due, Duration interval) {
    return new SourceStateBuilder(source, due, interval, SourceHistory.begun(now)).build();
  }

  /** Returns the state after a change in the catalogue. */
  public SourceState withSource(Source changed, Instant nextDue) {
    return new SourceStateBuilder(this).source(changed).due(nextDue).build();
  }

  public SourceState withHistory(SourceHistory changed) {
    return new SourceStateBuilder(this).history(changed).build();
  }

  /**
   * Returns the state after a poll that could be read.
   *
   * @param past the history, including this poll
   * @param nextInterval the learned time between polls
   */
  public SourceState succeeded(
      SourceHistory past,
      Instant now,
      Instant nextDue,
      Duration nextInterval,
      @Nullable String tag,
      @Nullable String modified) {
    return new SourceStateBuilder(source, nextDue, nextInterval, past)
        .polledAt(now)
        .validators(tag, modified)
        .build();
  }

  /**
   * Returns the state after a poll that failed.
   *
   * @param problem one line on what went wrong
   */
  public SourceState failed(String why, @Nullable String problem, Instant now, Instant nextDue) {
    // The last page could not be used, so without validators the next poll fetches all of it.
    return new SourceStateBuilder(this)
        .due(nextDue)
        .failures(failures + 1, why, why.equals(verdict) ? since : now)
        .validators(null, null)
        .history(history.failed(problem, now))
        .build();
  }

  public SourceState postponed(Instant nextDue) {
    return new SourceStateBuilder(this).due(nextDue).build();
  }
}
