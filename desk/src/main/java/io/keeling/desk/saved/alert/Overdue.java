package io.keeling.desk.saved.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For how long a message to followers is due and not sent, as a gauge. One thread looks, any thread
 * may read.
 */
final class Overdue {

  private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);

  /** How often the database is asked. Chosen: Prometheus asks every 15 s. */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** An answer that is older says nothing of now: nobody asks, or the database does not answer. */
  private static final Duration STALE = INTERVAL.multipliedBy(3);

  /** What the database said, and when. */
  private record Answer(Duration overdue, long nanos) {}

  private final Deliveries deliveries;
  private volatile Answer last = new Answer(Duration.ZERO, System.nanoTime());
  private long askedNanos = System.nanoTime() - INTERVAL.toNanos();

  Overdue(Deliveries deliveries, MeterRegistry meters) {
    this.deliveries = deliveries;
    Gauge.builder("keeling.desk.alerts.overdue", this, Overdue::seconds)
        .description("For how long the oldest message to followers is due and not sent")
        .baseUnit("seconds")
        .register(meters);
  }

  /**
   * Asks the database, where it was not asked just now.
   *
   * @param anyway asks it in any case
   */
  void look(boolean anyway) {
    if (!anyway && System.nanoTime() - askedNanos < INTERVAL.toNanos()) {
      return;
    }
    askedNanos = System.nanoTime();
    try {
      last = new Answer(deliveries.overdue(), System.nanoTime());
    } catch (JdbiException e) {
      LOG.debug("what is overdue is not known", e);
    }
  }

  /** Whether the last answer was that no message is due. */
  boolean isNothing() {
    return last.overdue().isZero();
  }

  /**
   * Grows while nobody knows better: where the database cannot be asked, or the thread that asks is
   * stuck or has ended, nothing is sent either.
   */
  private double seconds() {
    Answer answer = last;
    Duration age = Duration.ofNanos(System.nanoTime() - answer.nanos());
    Duration overdue = age.compareTo(STALE) < 0 ? answer.overdue() : answer.overdue().plus(age);
    return overdue.toMillis() / 1000.0;
  }
}
