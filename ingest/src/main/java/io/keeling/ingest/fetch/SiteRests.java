package io.keeling.ingest.fetch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which sites asked for a rest, of this process or of the former owner of their
 * partition. Threads share it.
 */
final class SiteRests {

  /**
   * How many sites are remembered before those whose rest is over are forgotten. Chosen: it is no
   * more than a time to tidy up, and no rest is forgotten early.
   */
  private static final int MANY = 10_000;

  private final ConcurrentMap<String, Instant> rests = new ConcurrentHashMap<>();
  private final Handover handover;
  private final InstantSource clock;

  SiteRests(Handover handover, InstantSource clock) {
    this.handover = handover;
    this.clock = clock;
  }

  /** A site asks for a rest. */
  void put(String site, Instant until) {
    Instant now = clock.instant();
    if (rests.size() > MANY) {
      rests.values().removeIf(end -> end.isBefore(now));
    }
    rests.put(site, until);
  }

  /** The time until which a site rests; null if it does not. */
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

  /** All rests of this process. */
  List<Handover.Wait> waits() {
    return rests.entrySet().stream()
        .map(rest -> new Handover.Wait(rest.getKey(), rest.getValue(), true))
        .toList();
  }
}
