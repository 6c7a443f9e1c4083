package io.keeling.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the end of an outage without sleeping: says when the next attempt is due, and informs
 * log, metrics and health when the outage starts and ends. For the consumer's thread.
 */
final class OutageWait {

  private static final Logger LOG = LoggerFactory.getLogger(OutageWait.class);

  enum For {
    DATABASE,
    KAFKA
  }

  private final RetryPause backoff;
  private final SinkMetrics meters;
  private final SinkHealth health;
  private @Nullable Instant since;
  private long dueNanos;

  OutageWait(Duration first, Duration longest, SinkMetrics meters, SinkHealth health) {
    this.backoff = new RetryPause(first, longest, RandomGenerator.getDefault());
    this.meters = meters;
    this.health = health;
  }

  /** Notes a failed attempt. */
  void start(For what, String message) {
    if (since == null) {
      since = Instant.now();
      LOG.warn("The sink cannot store and retries until it can: {}", message);
      if (what == For.DATABASE) {
        meters.outages.increment();
      }
    }
    meters.databaseDown(what == For.DATABASE);
    health.waitsFor(message, since);
    dueNanos = System.nanoTime() + backoff.next().toNanos();
  }

  /** Notes that an attempt succeeded, or that nothing is left to attempt. */
  void end() {
    if (since != null) {
      LOG.info(
          "The sink stores again, after {} s", Duration.between(since, Instant.now()).toSeconds());
      since = null;
      meters.databaseDown(false);
      health.goesOn();
      backoff.reset();
    }
  }

  /** Returns the time until the next attempt; zero if it is due or there is no outage. */
  Duration left() {
    return since == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, dueNanos - System.nanoTime()));
  }

  boolean active() {
    return since != null;
  }
}
