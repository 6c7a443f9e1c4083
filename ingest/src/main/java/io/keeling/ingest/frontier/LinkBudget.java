package io.keeling.ingest.frontier;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.LinksConfig;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.state.HostLinks;
import io.keeling.ingest.frontier.state.HostLinks.Shape;
import io.keeling.ingest.frontier.state.LinkShape;
import io.keeling.ingest.frontier.state.LinkState;
import io.keeling.reader.url.CanonicalUrl;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a new link is followed, so that calendars, filtered lists and endless sitemaps do
 * not become endless work. Used by one stream thread only.
 *
 * <p>The number of links of one host that wait for their first fetch is limited. Links whose shape
 * has led to no articles are left out, except for an occasional probe. Links in feeds are never
 * left out for their shape, as the outlet itself names its articles there.
 */
final class LinkBudget {

  /**
   * Why a link is left out.
   *
   * @param reason as metrics and dead letters name it
   * @param message one line for an operator; null if an earlier link had this message
   */
  record Refusal(String reason, @Nullable String message) {}

  private final KeyValueStore<String, HostLinks> hosts;
  private final LinksConfig limits;

  LinkBudget(KeyValueStore<String, HostLinks> hosts, LinksConfig limits) {
    this.hosts = hosts;
    this.limits = limits;
  }

  /** Returns why a new link is not followed; null if it is followed. */
  @Nullable Refusal refusal(CanonicalUrl url, LinkFound link) {
    HostLinks host = host(url.host());
    if (host.waiting() >= limits.waitingPerHost()) {
      hosts.put(url.host(), host.withWaiting(host.waiting(), true));
      return new Refusal(
          "host-full",
          host.full()
              ? null
              : host.waiting() + " links of its host are waiting; further ones are left out");
    }
    if (link.purpose() != FetchPurpose.ARTICLE || link.listing() == FetchPurpose.FEED) {
      return null;
    }
    String name = LinkShape.of(url);
    Shape shape = host.shape(name, limits.shapesPerHost());
    if (shape.barren() < limits.barrenAfter()) {
      return null;
    }
    int count = shape.leftOut() + 1;
    Shape counted = new Shape(shape.barren(), count);
    hosts.put(url.host(), host.with(name, counted, limits.shapesPerHost()));
    if (count % limits.barrenProbe() == 0) {
      return null;
    }
    return new Refusal(
        "barren-links",
        count > 1
            ? null
            : "none of %d pages at addresses like %s was an article; most links there are left out"
                .formatted(shape.barren(), name));
  }

  /**
   * Updates the number of waiting links when the state of a link changes; a null state means that
   * the link is not stored.
   */
  void changed(String name, @Nullable LinkState before, @Nullable LinkState after) {
    int change = (waits(after) ? 1 : 0) - (waits(before) ? 1 : 0);
    if (change != 0) {
      HostLinks host = host(name);
      int waiting = host.waiting() + change;
      keep(name, host.withWaiting(waiting, host.full() && waiting > limits.waitingPerHost() / 2));
    }
  }

  /** Learns whether links of this shape lead to articles. Ignores temporary failures. */
  void fetched(CanonicalUrl url, LinkState before, Page page, boolean article) {
    FetchOutcome outcome = page.outcome();
    if (before.purpose() != FetchPurpose.ARTICLE
        || before.fetchedFirst() != null
        || outcome == FetchOutcome.UNREACHABLE
        || outcome == FetchOutcome.RATE_LIMITED) {
      return;
    }
    HostLinks host = host(url.host());
    String name = LinkShape.of(url);
    Shape shape = host.shape(name, limits.shapesPerHost());
    Shape learned = article ? Shape.NEW : new Shape(shape.barren() + 1, shape.leftOut());
    if (!learned.equals(shape)) {
      keep(url.host(), host.with(name, learned, limits.shapesPerHost()));
    }
  }

  private HostLinks host(String name) {
    HostLinks host = hosts.get(name);
    return host == null ? HostLinks.NONE : host;
  }

  private void keep(String name, HostLinks host) {
    if (host.equals(HostLinks.NONE)) {
      hosts.delete(name);
    } else {
      hosts.put(name, host);
    }
  }

  private static boolean waits(@Nullable LinkState link) {
    return link != null && link.isWaiting();
  }
}
