package io.keeling.ingest.websub;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a pause between requests to each site of hubs. Feeds choose the sites; to limit memory,
 * only sites whose pause is not over are remembered. Not thread-safe.
 */
final class HubRests {

  private final Duration pause;
  private final InstantSource clock;
  private final Cache<String, Instant> rests;

  /**
   * @param pause shortest time between two requests to one site
   */
  HubRests(Duration pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
    this.rests =
        Caffeine.newBuilder()
            .expireAfterWrite(pause.multipliedBy(2)) // an earlier pause may have to end first
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .executor(Runnable::run)
            .build();
  }

  /** Returns the wait before the next request to a site. After that request, a new pause begins. */
  Duration next(String site) {
    Instant now = clock.instant();
    @Nullable Instant until = rests.getIfPresent(site);
    Duration wait =
        until == null || until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    rests.put(site, now.plus(wait).plus(pause));
    return wait;
  }

  long size() {
    rests.cleanUp();
    return rests.estimatedSize();
  }
}
