package io.keeling.ingest.fetch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Remembers until when sites asked to be left alone, in answers to this process or to the former
 * owner of their partition. Thread-safe.
 */
final class SiteRests {

  /** Number of sites above which pauses that are over are forgotten, to limit memory. */
  private static final int MANY = 10_000;

  private final ConcurrentMap<String, Instant> rests = new ConcurrentHashMap<>();
  private final Handover handover;
  private final InstantSource clock;

  SiteRests(Handover handover, InstantSource clock) {
    this.handover = handover;
    this.clock = clock;
  }

  void put(String site, Instant until) {
    Instant now = clock.instant();
    if (rests.size() > MANY) {
      rests.values().removeIf(end -> end.isBefore(now));
    }
    rests.put(site, until);
  }

  /** Returns the end of the pause that a site asked for; null if there is none or it is over. */
  @Nullable Instant until(TopicPartition partition, String site) {
    Instant until = rests.get(site);
    if (until == null) {
      until = handover.rest(partition, site);
    }
    if (until != null && !clock.instant().isBefore(until)) {
      rests.remove(site, until);
      return null;
    }
    return until;
  }

  List<Handover.Wait> waits() {
    return rests.entrySet().stream()
        .map(rest -> new Handover.Wait(rest.getKey(), rest.getValue(), true))
        .toList();
  }
}
