package io.keeling.ingest.frontier;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.frontier.event.PageRead;
import io.keeling.ingest.source.SourceHistory;
import io.keeling.ingest.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a source is polled: more often while it brings news, less often while it does not,
 * and ever less often after failures. A source is never given up.
 */
public final class SourcePolicy {

  /**
   * Factor for the interval of a source after a poll without news. Together with {@link #NEWS}, it
   * makes the interval settle where about four polls in ten bring news.
   */
  private static final double QUIET = 1.3;

  /** Factor for the interval after a poll with news; see {@link #QUIET}. */
  private static final double NEWS = 0.7;

  /** Largest jitter of an interval, as a fraction, so that sources started together drift apart. */
  private static final double SPREAD = 0.1;

  private final ScheduleConfig schedule;
  private final Backoff backoff;

  public SourcePolicy(ScheduleConfig schedule) {
    this.schedule = schedule;
    this.backoff = Backoff.of(schedule);
  }

  public SourceState changed(@Nullable SourceState before, Source source, Instant now) {
    if (before == null
        || !before.source().url().equals(source.url())
        || before.source().kind() != source.kind()) {
      return SourceState.fresh(source, now, now, schedule.firstInterval());
    }
    if (source.every() == null || source.every().equals(before.source().every())) {
      return before.withSource(source, before.due());
    }
    Instant latest = now.plus(source.every());
    return before.withSource(source, before.due().isAfter(latest) ? latest : before.due());
  }

  /** Returns the state after a completed poll. */
  public SourceState polled(SourceState before, PageRead read, Instant now) {
    Page page = read.page();
    FetchOutcome outcome = page.outcome();
    if (outcome == FetchOutcome.RATE_LIMITED && page.status() == 0) {
      Instant due = page.retryAt();
      return before.postponed(due == null ? failureDue(before, page, now) : due);
    }
    boolean came = outcome == FetchOutcome.FETCHED || outcome == FetchOutcome.NOT_MODIFIED;
    if (!came) {
      return before.failed(outcome.label(), page.problem(), now, failureDue(before, page, now));
    }
    if (read.letter() != null) {
      String problem = read.letter().message();
      return before.failed(read.letter().reason(), problem, now, failureDue(before, page, now));
    }
    // News may also have come through a further sitemap since the last poll.
    SourceHistory history =
        before.history().answered(read.news(), read.cadence(), before.polledAt(), now);
    boolean news = read.news() || before.history().newsSince(before.polledAt());
    Duration learned = learned(before, news);
    Duration every = before.source().every();
    boolean same = outcome == FetchOutcome.NOT_MODIFIED;
    return before.succeeded(
        history,
        now,
        now.plus(every == null ? wait(learned, before.source().id(), read, now) : every),
        learned,
        page.etag() == null && same ? before.etag() : page.etag(),
        page.lastModified() == null && same ? before.lastModified() : page.lastModified());
  }

  /** Returns the state after news in a further sitemap that the source leads to. */
  public SourceState newsBelow(SourceState before, Instant now) {
    return before.withHistory(before.history().news(now));
  }

  /** Returns when to poll after a failure: no sooner than the backoff and the host ask for. */
  private Instant failureDue(SourceState before, Page page, Instant now) {
    Instant due = now.plus(backoff.after(before.source().id(), before.failures() + 1));
    return page.retryAt() != null && page.retryAt().isAfter(due) ? page.retryAt() : due;
  }

  private Duration learned(SourceState before, boolean news) {
    if (before.polledAt() == null) {
      return schedule.firstInterval(); // Everything was new the first time; nothing was learned.
    }
    double millis = before.interval().toMillis() * (news ? NEWS : QUIET);
    double floor = schedule.shortestInterval().toMillis();
    double ceiling = schedule.longestInterval().toMillis();
    return Duration.ofMillis((long) Math.max(floor, Math.min(ceiling, millis)));
  }

  /**
   * Returns the time to the next poll: the learned interval, or longer if the listing's ttl or the
   * page's freshness (RFC 9111, section 4.2) asks for it. The time has a jitter and is within the
   * configured bounds.
   */
  private Duration wait(Duration learned, String id, PageRead read, Instant now) {
    Long maxAge = read.page().maxAgeSeconds();
    Long ttl = read.ttlSeconds();
    double asked = 1000.0 * Math.max(maxAge == null ? 0 : maxAge, ttl == null ? 0 : ttl);
    double floor = Math.max(schedule.shortestInterval().toMillis(), asked);
    double ceiling = schedule.longestInterval().toMillis();
    double middle = Math.max(learned.toMillis(), asked);
    double most = Math.min(ceiling, middle * (1 + SPREAD));
    double least = Math.min(most, Math.max(floor, middle * (1 - SPREAD)));
    return Backoff.between(id, (int) now.getEpochSecond(), least, most);
  }
}
