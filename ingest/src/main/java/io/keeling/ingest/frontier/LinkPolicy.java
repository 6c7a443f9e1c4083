package io.keeling.ingest.frontier;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.state.LinkState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a link is fetched: at once, again after failures until it is given up, and again
 * after success to catch corrections.
 */
public final class LinkPolicy {

  /**
   * @param givenUp whether the fetch failed for good and no earlier one succeeded
   */
  public record Decision(LinkState state, boolean givenUp) {}

  private final ScheduleConfig schedule;
  private final Backoff backoff;

  public LinkPolicy(ScheduleConfig schedule) {
    this.schedule = schedule;
    this.backoff = Backoff.of(schedule);
  }

  public LinkState found(@Nullable LinkState before, LinkFound link, Instant now) {
    if (before == null) {
      return LinkState.fresh(link, now);
    }
    if (before.due() != null && before.fetchedLast() == null) {
      return before.heardOf(now); // Not fetched yet: the fetch will bring any change.
    }
    Instant updated = link.updated();
    boolean map = before.purpose() == FetchPurpose.SITEMAP;
    boolean newer =
        updated == null ? map : before.updated() == null || updated.isAfter(before.updated());
    if (!newer) {
      return before.heardOf(now);
    }
    // Some listings always report everything as changed; their links are fetched no more often than
    // this.
    Instant earliest =
        before.fetchedLast() == null ? now : before.fetchedLast().plus(schedule.shortestInterval());
    Instant next = earliest.isAfter(now) ? earliest : now;
    if (before.due() != null && before.due().isBefore(next)) {
      next = before.due();
    }
    return before.dueAt(next, updated == null ? before.updated() : updated, now);
  }

  /**
   * Decides when the link is fetched next, after a completed fetch.
   *
   * @param unreadable why the page could not be read, null if it could be read
   */
  public Decision fetched(LinkState before, Page page, @Nullable String unreadable, Instant now) {
    FetchOutcome outcome = page.outcome();
    String why = outcome.label();
    return switch (outcome) {
      case FETCHED ->
          decided(
              before.fetched(
                  now, recheck(before, now), unreadable, page.etag(), page.lastModified()));
      case NOT_MODIFIED ->
          decided(
              before.fetched(
                  now,
                  recheck(before, now),
                  before.verdict(),
                  page.etag() == null ? before.etag() : page.etag(),
                  page.lastModified() == null ? before.lastModified() : page.lastModified()));
      case GONE, DISALLOWED, REFUSED, TOO_LARGE ->
          new Decision(
              before.failed(null, before.failures() + 1, why, now), before.fetchedFirst() == null);
      case RATE_LIMITED, UNREACHABLE -> {
        if (outcome == FetchOutcome.RATE_LIMITED && page.status() == 0) {
          // The request was never sent, so it does not count as a try.
          Instant due = page.retryAt() == null ? retry(before, page, 1, now) : page.retryAt();
          yield decided(before.failed(due, before.failures(), why, now));
        }
        yield transientFailure(before, page, why, now);
      }
    };
  }

  private Decision transientFailure(LinkState before, Page page, String why, Instant now) {
    int failures = before.failures() + 1;
    if (failures < schedule.attempts()) {
      return decided(before.failed(retry(before, page, failures, now), failures, why, now));
    }
    if (before.fetchedFirst() != null) {
      return decided(before.failed(recheck(before, now), 0, why, now));
    }
    return new Decision(before.failed(null, failures, why, now), true);
  }

  private Instant retry(LinkState before, Page page, int failures, Instant now) {
    // A host may ask for more time than the backoff gives, but never for less.
    Instant next = now.plus(backoff.after(before.url(), failures));
    return page.retryAt() != null && page.retryAt().isAfter(next) ? page.retryAt() : next;
  }

  /** Returns when to look for corrections next; null if no more corrections are expected. */
  private @Nullable Instant recheck(LinkState before, Instant now) {
    if (before.purpose() != FetchPurpose.ARTICLE || schedule.rechecks().isEmpty()) {
      return null;
    }
    Duration last = schedule.rechecks().get(schedule.rechecks().size() - 1);
    if (before.published() != null && before.published().plus(last).isBefore(now)) {
      return null; // An old article, found late, is no longer corrected.
    }
    Instant first = before.fetchedFirst() == null ? now : before.fetchedFirst();
    for (Duration age : schedule.rechecks()) {
      if (first.plus(age).isAfter(now)) {
        return first.plus(age);
      }
    }
    return null;
  }

  private static Decision decided(LinkState state) {
    return new Decision(state, false);
  }
}
