package io.keeling.ingest.frontier.state;

import io.keeling.ingest.frontier.event.LinkFound;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds a {@link LinkState}, from a new link or from the previous state. */
final class LinkStateBuilder {

  private final LinkFound link;
  private @Nullable Instant due;
  private int failures;
  private @Nullable Instant fetchedFirst;
  private @Nullable Instant fetchedLast;
  private @Nullable Instant updated;
  private @Nullable String verdict;
  private @Nullable Instant heard;
  private @Nullable String etag;
  private @Nullable String lastModified;

  LinkStateBuilder(LinkFound link) {
    this.link = link;
    this.updated = link.updated();
  }

  LinkStateBuilder(LinkState before) {
    this.link =
        new LinkFound(
            before.url(),
            before.purpose(),
            before.sourceId(),
            before.outlet(),
            before.trace(),
            before.depth(),
            null,
            before.published(),
            before.updated());
    this.due = before.due();
    this.failures = before.failures();
    this.fetchedFirst = before.fetchedFirst();
    this.fetchedLast = before.fetchedLast();
    this.updated = before.updated();
    this.verdict = before.verdict();
    this.heard = before.heard();
    this.etag = before.etag();
    this.lastModified = before.lastModified();
  }

  LinkStateBuilder due(@Nullable Instant next) {
    this.due = next;
    return this;
  }

  LinkStateBuilder failures(int count) {
    this.failures = count;
    return this;
  }

  LinkStateBuilder fetched(Instant now) {
    this.fetchedFirst = fetchedFirst == null ? now : fetchedFirst;
    this.fetchedLast = now;
    return this;
  }

  LinkStateBuilder updated(@Nullable Instant change) {
    this.updated = change;
    return this;
  }

  LinkStateBuilder verdict(@Nullable String why) {
    this.verdict = why;
    return this;
  }

  LinkStateBuilder heard(Instant now) {
    this.heard = now;
    return this;
  }

  LinkStateBuilder validators(@Nullable String tag, @Nullable String modified) {
    this.etag = tag;
    this.lastModified = modified;
    return this;
  }

  LinkState build() {
    return new LinkState(
        link.url(),
        link.purpose(),
        link.sourceId(),
        link.outlet(),
        link.trace(),
        link.depth(),
        link.published(),
        due,
        failures,
        fetchedFirst,
        fetchedLast,
        updated,
        verdict,
        heard,
        etag,
        lastModified);
  }
}
