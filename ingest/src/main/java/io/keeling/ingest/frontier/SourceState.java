package io.keeling.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    @Nullable String lastModified) {

  static SourceState fresh(Source source, Instant due, Duration interval) {
    return new SourceState(source, due, interval, 0, null, null, null, null, null);
  }

  SourceState withSource(Source changed, Instant nextDue) {
    return new SourceState(
        changed, nextDue, interval, failures, verdict, since, polledAt, etag, lastModified);
  }

  SourceState succeeded(
      Instant now,
      Instant nextDue,
      Duration nextInterval,
      @Nullable String tag,
      @Nullable String modified) {
    return new SourceState(source, nextDue, nextInterval, 0, null, null, now, tag, modified);
  }

  SourceState failed(String why, Instant now, Instant nextDue) {
    Instant start = why.equals(verdict) ? since : now;
    // Validators go: what they stand for could not be used.
    return new SourceState(
        source, nextDue, interval, failures + 1, why, start, polledAt, null, null);
  }

  SourceState postponed(Instant nextDue) {
    return withSource(source, nextDue);
  }
}
