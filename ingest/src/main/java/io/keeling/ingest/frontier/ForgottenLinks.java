package io.keeling.ingest.frontier;

import io.keeling.ingest.config.LinksConfig;
import io.keeling.ingest.frontier.state.HostLinks;
import io.keeling.ingest.frontier.state.HostState;
import io.keeling.ingest.frontier.state.LinkState;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.ingest.source.SourceState;
import io.keeling.ingest.source.StateNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets links that no listing has contained for a long time, and hosts without links; each call
 * forgets a limited number. So the stores hold only the links that the sources listed within {@code
 * ingest.links.memory}. Used by one stream thread only.
 *
 * <p>Nothing is lost: a link that is listed again is fetched once more, and its article is found to
 * be unchanged.
 */
final class ForgottenLinks {

  /** Key of the entry that holds where the next call starts; no host name begins with a space. */
  private static final String PLACE = " forgotten-until";

  private final KeyValueStore<String, LinkState> links;
  private final KeyValueStore<String, byte[]> listings;
  private final KeyValueStore<String, SourceState> sources;
  private final KeyValueStore<String, HostState> hosts;
  private final KeyValueStore<String, HostLinks> hostLinks;
  private final KeyValueStore<String, byte[]> hostTexts;
  private final LinksConfig limits;

  /**
   * Uses the stores of the processor's own partition. The listings store holds what further
   * sitemaps listed at their last poll, and where the next call starts.
   */
  ForgottenLinks(ProcessingContext context, LinksConfig limits) {
    this.links = context.getStateStore(FrontierStores.LINKS);
    this.listings = context.getStateStore(FrontierStores.LISTINGS);
    this.sources = context.getStateStore(StateNames.SOURCES);
    this.hosts = context.getStateStore(FrontierStores.HOSTS);
    this.hostLinks = context.getStateStore(FrontierStores.HOST_LINKS);
    this.hostTexts = context.getStateStore(RepeatedTexts.STORE);
    this.limits = limits;
  }

  /** Checks the next links; returns how many were forgotten. */
  int goOn(Instant now) {
    Instant oldest = now.minus(limits.memory());
    List<String> old = new ArrayList<>();
    String next = null;
    int looked = 0;
    try (KeyValueIterator<String, LinkState> i = links.range(place(), null)) {
      while (next == null && i.hasNext()) {
        KeyValue<String, LinkState> link = i.next();
        if (looked++ == limits.forgottenPerMinute()) {
          next = link.key;
        } else if (isOld(link.value, oldest)) {
          old.add(link.key);
        }
      }
    }
    for (String key : old) {
      links.delete(key);
      listings.delete(key);
    }
    old.stream().map(FrontierStores::host).distinct().forEach(this::forgetHost);
    keepPlace(next);
    return old.size();
  }

  /**
   * Forgets a host that has no links, sources or requests left. Without this, other sites could add
   * hosts without limit.
   */
  private void forgetHost(String host) {
    HostState state = hosts.get(host);
    boolean asked = state != null && !state.outstanding().isEmpty();
    if (!asked && !holdsAny(links, host) && !holdsAny(sources, host)) {
      hosts.delete(host);
      hostLinks.delete(host);
      hostTexts.delete(host);
    }
  }

  private static boolean holdsAny(KeyValueStore<String, ?> store, String host) {
    String first = FrontierStores.key(host, "");
    try (KeyValueIterator<String, ?> i = store.range(first, FrontierStores.key(host, "~"))) {
      return i.hasNext();
    }
  }

  private static boolean isOld(LinkState link, Instant oldest) {
    Instant heard = link.heard() == null ? link.fetchedLast() : link.heard();
    return link.due() == null && (heard == null || heard.isBefore(oldest));
  }

  private @Nullable String place() {
    byte[] place = listings.get(PLACE);
    return place == null ? null : new String(place, StandardCharsets.UTF_8);
  }

  private void keepPlace(@Nullable String next) {
    if (next != null) {
      listings.put(PLACE, next.getBytes(StandardCharsets.UTF_8));
    } else if (listings.get(PLACE) != null) {
      listings.delete(PLACE);
    }
  }
}
