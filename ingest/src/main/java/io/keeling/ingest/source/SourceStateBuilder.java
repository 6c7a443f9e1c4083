package io.keeling.ingest.source;

import io.keeling.contract.source.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SourceState}, from the previous one or from its required parts. */
final class SourceStateBuilder {

  private Source source;
  private Instant due;
  private Duration interval;
  private int failures;
  private @Nullable String verdict;
  private @Nullable Instant since;
  private @Nullable Instant polledAt;
  private @Nullable String etag;
  private @Nullable String lastModified;
  private SourceHistory history;

  SourceStateBuilder(Source source, Instant due, Duration interval, SourceHistory history) {
    this.source = source;
    this.due = due;
    this.interval = interval;
    this.history = history;
  }

  SourceStateBuilder(SourceState before) {
    this(before.source(), before.due(), before.interval(), before.history());
    this.failures = before.failures();
    this.verdict = before.verdict();
    this.since = before.since();
    this.polledAt = before.polledAt();
    this.etag = before.etag();
    this.lastModified = before.lastModified();
  }

  SourceStateBuilder source(Source changed) {
    this.source = changed;
    return this;
  }

  SourceStateBuilder due(Instant next) {
    this.due = next;
    return this;
  }

  SourceStateBuilder interval(Duration next) {
    this.interval = next;
    return this;
  }

  /**
   * Sets how many polls failed in a row, why, and since when; 0, null and null if the last poll
   * succeeded.
   */
  SourceStateBuilder failures(int count, @Nullable String why, @Nullable Instant start) {
    this.failures = count;
    this.verdict = why;
    this.since = start;
    return this;
  }

  SourceStateBuilder polledAt(Instant moment) {
    this.polledAt = moment;
    return this;
  }

  SourceStateBuilder validators(@Nullable String tag, @Nullable String modified) {
    this.etag = tag;
    this.lastModified = modified;
    return this;
  }

  SourceStateBuilder history(SourceHistory changed) {
    this.history = changed;
    return this;
  }

  SourceState build() {
    return new SourceState(
        source, due, interval, failures, verdict, since, polledAt, etag, lastModified, history);
  }
}
