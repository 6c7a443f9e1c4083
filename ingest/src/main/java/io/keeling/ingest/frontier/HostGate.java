package io.keeling.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what is due, at most so many requests to one host at once, none while the host
 * rests. For one thread.
 */
final class HostGate {

  /** Asks for what a reference stands for. */
  interface Asker {
    /** Asks; false if there is nothing to ask for any more. */
    boolean ask(String host, String reference, Instant now);
  }

  private final KeyValueStore<String, HostState> hosts;
  private final DueIndex due;
  private final Asker asker;
  private final int most;
  private final Duration expiry;
  private final Agenda agenda = new Agenda();

  /**
   * @param most requests to one host that may be outstanding
   * @param expiry after how long an unanswered request is asked again
   */
  HostGate(
      KeyValueStore<String, HostState> hosts,
      DueIndex due,
      Asker asker,
      int most,
      Duration expiry) {
    this.hosts = hosts;
    this.due = due;
    this.asker = asker;
    this.most = most;
    this.expiry = expiry;
    due.fill(agenda);
    try (KeyValueIterator<String, HostState> i = hosts.all()) {
      while (i.hasNext()) {
        agenda.atLatest(i.next().key, 0);
      }
    }
  }

  /** Whether a reference has been asked for and has not come back. */
  boolean asked(String host, String reference) {
    return state(host).outstanding().containsKey(reference);
  }

  /** What was asked for came back; says whether it had been asked for. */
  boolean came(String host, String reference) {
    HostState state = state(host);
    if (!state.outstanding().containsKey(reference)) {
      return false;
    }
    keep(host, state.without(reference));
    return true;
  }

  /** The host asks for a rest. */
  void rest(String host, Instant until) {
    HostState state = state(host);
    Instant before = state.restUntil();
    if (before == null || until.isAfter(before)) {
      keep(host, state.restingUntil(until));
    }
  }

  /** Lets through what is due of all hosts. */
  void openDue(Instant now) {
    for (String host : agenda.due(now.toEpochMilli())) {
      open(host, now);
    }
  }

  /** Lets through what is due of a host. */
  void open(String host, Instant now) {
    HostState state = expired(host, state(host), now);
    Instant rest = state.restUntil();
    if (rest != null && now.isBefore(rest)) {
      keep(host, state);
      agenda.set(host, rest.toEpochMilli());
      return;
    }
    state = state.restingUntil(null);
    for (DueIndex.Entry entry : due.until(host, now, most - state.outstanding().size())) {
      due.remove(host, entry.due(), entry.reference());
      if (asker.ask(host, entry.reference(), now)) {
        state = state.asked(entry.reference(), now);
      }
    }
    keep(host, state);
    agenda.set(host, nextLook(host, state));
  }

  /** Requests that were lost are due again. */
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
    if (state.outstanding().size() < most) {
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
