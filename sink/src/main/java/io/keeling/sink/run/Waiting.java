package io.keeling.sink.run;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for something that is away, without sleeping: says when the next attempt is due, and tells
 * the log, the metrics and the health page once when it starts and once when it ends. For the
 * thread of the consumer only.
 */
final class Waiting {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  /** What is waited for. */
  enum For {
    DATABASE,
    KAFKA
  }

  private final Backoff backoff;
  private final SinkMetrics meters;
  private final SinkHealth health;
  private @Nullable Instant since;
  private long dueNanos;

  Waiting(Duration first, Duration longest, SinkMetrics meters, SinkHealth health) {
    this.backoff = new Backoff(first, longest, RandomGenerator.getDefault());
    this.meters = meters;
    this.health = health;
  }

  /** Takes in that an attempt failed. */
  void start(For what, String message) {
    if (since == null) {
      since = Instant.now();
      LOG.warn("Waiting, and trying again until it works: {}", message);
      if (what == For.DATABASE) {
        meters.outages.increment();
      }
    }
    meters.databaseDown(what == For.DATABASE);
    health.waitsFor(message, since);
    dueNanos = System.nanoTime() + backoff.next().toNanos();
  }

  /** Takes in that an attempt succeeded, or nothing is left to attempt. */
  void end() {
    if (since != null) {
      LOG.info("Going on after {} s", Duration.between(since, Instant.now()).toSeconds());
      since = null;
      meters.databaseDown(false);
      health.goesOn();
      backoff.reset();
    }
  }

  /** How long until the next attempt; zero if it is due or nothing is waited for. */
  Duration left() {
    return since == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, dueNanos - System.nanoTime()));
  }

  /** Whether the last attempt failed. */
  boolean active() {
    return since != null;
  }
}
