package io.keeling.ingest.frontier;

import io.keeling.ingest.frontier.state.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of outstanding requests to each host, and sends none during a pause that the
 * host asked for. If more is due than may be requested, sources come first, then what became due
 * lately. So neither polls nor today's news wait for days while the links of a large sitemap are
 * fetched. A host that gave no answer gets one request at a time until it answers, so that
 * unresponsive hosts do not fill the fetcher. Not thread-safe.
 */
final class HostGate {

  /** Requests sources and links by their references. */
  interface Asker {
    /** Requests the source or link; returns false if it no longer exists. */
    boolean ask(String host, String reference, Instant now);

    List<DueIndex.Entry> dueSources(String host, Instant now);
  }

  private final KeyValueStore<String, HostState> hosts;
  private final DueIndex due;
  private final Asker asker;
  private final int most;
  private final List<Duration> lately;
  private final Duration expiry;
  private final Agenda agenda = new Agenda();

  /**
   * @param most maximum number of outstanding requests to one host
   * @param lately ages in ascending order: what became due within the first age comes before all
   *     that has been due for longer, and so on. The newest entry cannot simply come first, because
   *     Kafka's caches cannot be read backwards without seeing deleted entries
   * @param expiry age at which an unanswered request is repeated
   */
  HostGate(
      KeyValueStore<String, HostState> hosts,
      DueIndex due,
      Asker asker,
      int most,
      List<Duration> lately,
      Duration expiry) {
    this.hosts = hosts;
    this.due = due;
    this.asker = asker;
    this.most = most;
    this.lately = lately;
    this.expiry = expiry;
    due.fill(agenda);
    try (KeyValueIterator<String, HostState> i = hosts.all()) {
      while (i.hasNext()) {
        agenda.atLatest(i.next().key, 0);
      }
    }
  }

  boolean isOutstanding(String host, String reference) {
    return state(host).outstanding().containsKey(reference);
  }

  /** Notes that a request was completed; returns whether it was outstanding. */
  boolean completed(String host, String reference) {
    HostState state = state(host);
    if (!state.outstanding().containsKey(reference)) {
      return false;
    }
    keep(host, state.without(reference));
    return true;
  }

  /** Notes whether the host answered its last request. */
  void answered(String host, boolean answered) {
    HostState state = state(host);
    if (state.silent() == answered) {
      keep(host, state.heard(!answered));
    }
  }

  /** Notes that the host asked for a pause until the given time. */
  void rest(String host, Instant until) {
    HostState state = state(host);
    Instant before = state.restUntil();
    if (before == null || until.isAfter(before)) {
      keep(host, state.restingUntil(until));
    }
  }

  void openDue(Instant now) {
    for (String host : agenda.due(now.toEpochMilli())) {
      open(host, now);
    }
  }

  void open(String host, Instant now) {
    HostState state = expired(host, state(host), now);
    Instant rest = state.restUntil();
    if (rest != null && now.isBefore(rest)) {
      keep(host, state);
      agenda.set(host, rest.toEpochMilli());
      return;
    }
    state = state.restingUntil(null);
    state = askDue(host, state, now);
    keep(host, state);
    agenda.set(host, nextLook(host, state));
  }

  private HostState askDue(String host, HostState before, Instant now) {
    HostState state = before;
    int room = room(state);
    if (room <= 0) {
      return state;
    }
    List<DueIndex.Entry> longest = due.between(host, Instant.EPOCH, now, room);
    if (longest.size() == room) {
      state = ask(host, state, asker.dueSources(host, now), now);
      for (Duration time : lately) {
        state = ask(host, state, due.between(host, now.minus(time), now, room), now);
      }
    }
    return ask(host, state, longest, now);
  }

  private int room(HostState state) {
    return (state.silent() ? 1 : most) - state.outstanding().size();
  }

  private HostState ask(String host, HostState before, List<DueIndex.Entry> entries, Instant now) {
    HostState state = before;
    for (DueIndex.Entry entry : entries) {
      if (room(state) <= 0) {
        break;
      }
      String reference = entry.reference();
      due.remove(host, entry.due(), reference);
      // An entry may be found by several of these queries, or again because its request was lost.
      if (!state.outstanding().containsKey(reference) && asker.ask(host, reference, now)) {
        state = state.asked(reference, now);
      }
    }
    return state;
  }

  private HostState expired(String host, HostState state, Instant now) {
    HostState rest = state;
    for (Map.Entry<String, Instant> asked : state.outstanding().entrySet()) {
      if (!asked.getValue().plus(expiry).isAfter(now)) {
        rest = rest.without(asked.getKey());
        due.put(host, now, asked.getKey());
      }
    }
    return rest;
  }

  private @Nullable Long nextLook(String host, HostState state) {
    Long next =
        state.outstanding().values().stream()
            .map(asked -> asked.plus(expiry).toEpochMilli())
            .min(Long::compare)
            .orElse(null);
    if (room(state) > 0) {
      DueIndex.Entry first = due.first(host);
      if (first != null && (next == null || first.due().toEpochMilli() < next)) {
        next = first.due().toEpochMilli();
      }
    }
    return next;
  }

  private HostState state(String host) {
    HostState state = hosts.get(host);
    return state == null ? HostState.IDLE : state;
  }

  private void keep(String host, HostState state) {
    if (state.isIdle()) {
      hosts.delete(host);
    } else {
      hosts.put(host, state);
    }
  }
}
