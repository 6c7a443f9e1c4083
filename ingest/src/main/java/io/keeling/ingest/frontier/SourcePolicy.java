package io.keeling.ingest.frontier;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.ingest.ScheduleConfig;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a source is polled: more often while it brings news, more rarely while it does not,
 * after failures ever later but always again. Pure; threads may share it.
 */
public final class SourcePolicy {

  /**
   * Growth of the interval after a poll without news; 0.7 after one with: half the change in log.
   */
  private static final double SLOWER = 1.3;

  private static final double FASTER = 0.7;

  /** Polls of many sources that start together drift apart by this share of their intervals. */
  private static final double SPREAD = 0.1;

  private final ScheduleConfig schedule;
  private final Backoff backoff;

  public SourcePolicy(ScheduleConfig schedule) {
    this.schedule = schedule;
    this.backoff = new Backoff(schedule.firstBackoff(), schedule.longestBackoff());
  }

  /** A source that is new or changed in the catalogue. */
  public SourceState changed(@Nullable SourceState before, Source source, Instant now) {
    if (before == null
        || !before.source().url().equals(source.url())
        || before.source().kind() != source.kind()) {
      return SourceState.fresh(source, now, schedule.firstInterval());
    }
    if (source.every() == null || source.every().equals(before.source().every())) {
      return before.withSource(source, before.due());
    }
    Instant latest = now.plus(source.every());
    return before.withSource(source, before.due().isAfter(latest) ? latest : before.due());
  }

  /**
   * A poll ended.
   *
   * @param unreadable why what came could not be read, null if it could
   * @param news whether it led anywhere new
   * @param ttlSeconds how long the page itself says it need not be asked again, in seconds
   */
  public SourceState polled(
      SourceState before,
      Page page,
      @Nullable String unreadable,
      boolean news,
      @Nullable Long ttlSeconds,
      Instant now) {
    String id = before.source().id();
    FetchOutcome outcome = page.outcome();
    if (outcome == FetchOutcome.RATE_LIMITED) {
      Instant due = page.retryAt() == null ? now.plus(backoff.after(id, 1)) : page.retryAt();
      return page.status() == 0 ? before.postponed(due) : before.failed(outcome.label(), now, due);
    }
    boolean came = outcome == FetchOutcome.FETCHED || outcome == FetchOutcome.NOT_MODIFIED;
    if (!came || unreadable != null) {
      Instant due = now.plus(backoff.after(id, before.failures() + 1));
      if (page.retryAt() != null && page.retryAt().isAfter(due)) {
        due = page.retryAt();
      }
      return before.failed(came ? unreadable : outcome.label(), now, due);
    }
    Duration learned = learned(before, news);
    Duration wait = before.source().every();
    if (wait == null) {
      wait = spread(atLeast(learned, page.maxAgeSeconds(), ttlSeconds), id, now);
    }
    return before.succeeded(
        now,
        now.plus(wait),
        learned,
        page.etag() == null && outcome == FetchOutcome.NOT_MODIFIED ? before.etag() : page.etag(),
        page.lastModified() == null && outcome == FetchOutcome.NOT_MODIFIED
            ? before.lastModified()
            : page.lastModified());
  }

  private Duration learned(SourceState before, boolean news) {
    if (before.polledAt() == null) {
      return schedule.firstInterval(); // Everything was new the first time; nothing was learned.
    }
    double millis = before.interval().toMillis() * (news ? FASTER : SLOWER);
    double floor = schedule.shortestInterval().toMillis();
    double ceiling = schedule.longestInterval().toMillis();
    return Duration.ofMillis((long) Math.max(floor, Math.min(ceiling, millis)));
  }

  private Duration atLeast(Duration learned, @Nullable Long maxAge, @Nullable Long ttl) {
    long asked = Math.max(maxAge == null ? 0 : maxAge, ttl == null ? 0 : ttl);
    long seconds = Math.min(asked, schedule.longestInterval().toSeconds());
    Duration least = Duration.ofSeconds(seconds);
    return least.compareTo(learned) > 0 ? least : learned;
  }

  private static Duration spread(Duration wait, String id, Instant now) {
    double factor = Backoff.jitter(id, (int) now.getEpochSecond(), SPREAD);
    return Duration.ofMillis((long) (wait.toMillis() * factor));
  }
}
