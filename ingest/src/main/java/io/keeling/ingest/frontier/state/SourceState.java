package io.keeling.ingest.frontier.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.source.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a source.
 *
 * <p>Its components are the fields of its JSON in the state store, which states of earlier
 * instances have as well; {@link SourceStateBuilder} makes it field by field.
 *
 * @param source what the catalogue says
 * @param due when it is to be polled next
 * @param interval the learned time between polls
 * @param failures failed polls in a row
 * @param verdict why the last poll brought nothing, null if it did bring something
 * @param since since when that is so
 * @param polledAt when the last successful poll ended
 * @param etag validator of the last answer
 * @param lastModified validator of the last answer
 * @param history its news and failures so far
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

  /** How it is kept. */
  public static final JsonSerde<SourceState> SERDE =
      new JsonSerde<>(SourceState.class, "source-state/1");

  public SourceState {
    if (history == null) {
      // Written by a release that kept none.
      history = SourceHistory.begun(polledAt == null ? due : polledAt);
    }
  }

  /** A source of the catalogue that no frontier has heard of yet. */
  public static SourceState unknown(Source source, Instant now) {
    return fresh(source, now, now, Duration.ZERO);
  }

  /** A source that is new in the catalogue. */
  public static SourceState fresh(Source source, Instant now, Instant due, Duration interval) {
    return new SourceStateBuilder(source, due, interval, SourceHistory.begun(now)).build();
  }

  /** The state after the catalogue says something else of the source. */
  public SourceState withSource(Source changed, Instant nextDue) {
    return new SourceStateBuilder(this).source(changed).due(nextDue).build();
  }

  /** The state with another history. */
  public SourceState withHistory(SourceHistory changed) {
    return new SourceStateBuilder(this).history(changed).build();
  }

  /**
   * The state after a poll that could be read.
   *
   * @param past the history with the poll
   * @param nextDue when it is to be polled next
   * @param nextInterval the learned time between polls
   * @param tag validator of the answer
   * @param modified validator of the answer
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
   * The state after a poll that failed.
   *
   * @param why why it brought nothing
   * @param problem one line on what went wrong
   * @param nextDue when it is to be polled next
   */
  public SourceState failed(String why, @Nullable String problem, Instant now, Instant nextDue) {
    // Validators go: what they stand for could not be used.
    return new SourceStateBuilder(this)
        .due(nextDue)
        .failures(failures + 1, why, why.equals(verdict) ? since : now)
        .validators(null, null)
        .history(history.failed(problem, now))
        .build();
  }

  /** The state with the next poll at another time. */
  public SourceState postponed(Instant nextDue) {
    return new SourceStateBuilder(this).due(nextDue).build();
  }
}
