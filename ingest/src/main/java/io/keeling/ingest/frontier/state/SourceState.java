package io.keeling.ingest.frontier.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.source.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a source. Immutable.
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

  public static SourceState fresh(Source source, Instant now, Instant due, Duration interval) {
    return new SourceState(
        source, due, interval, 0, null, null, null, null, null, SourceHistory.begun(now));
  }

  public SourceState withSource(Source changed, Instant nextDue) {
    return new SourceState(
        changed,
        nextDue,
        interval,
        failures,
        verdict,
        since,
        polledAt,
        etag,
        lastModified,
        history);
  }

  public SourceState withHistory(SourceHistory changed) {
    return new SourceState(
        source, due, interval, failures, verdict, since, polledAt, etag, lastModified, changed);
  }

  public SourceState succeeded(
      SourceHistory past,
      Instant now,
      Instant nextDue,
      Duration nextInterval,
      @Nullable String tag,
      @Nullable String modified) {
    return new SourceState(source, nextDue, nextInterval, 0, null, null, now, tag, modified, past);
  }

  public SourceState failed(String why, @Nullable String problem, Instant now, Instant nextDue) {
    Instant start = why.equals(verdict) ? since : now;
    // Validators go: what they stand for could not be used.
    return new SourceState(
        source,
        nextDue,
        interval,
        failures + 1,
        why,
        start,
        polledAt,
        null,
        null,
        history.failed(problem, now));
  }

  public SourceState postponed(Instant nextDue) {
    return withSource(source, nextDue);
  }
}
