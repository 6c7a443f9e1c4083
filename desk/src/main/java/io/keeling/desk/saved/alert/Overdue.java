package io.keeling.desk.saved.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gauge of how long the oldest due message has waited to be sent. One thread calls {@link #look};
 * any thread may read the gauge.
 */
final class Overdue {

  private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);

  /** How often the database is asked: a little more often than Prometheus scrapes (15 s). */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** Age at which an answer no longer counts: the database was not asked, or did not answer. */
  private static final Duration STALE = INTERVAL.multipliedBy(3);

  /** The last answer of the database, and when it came. */
  private record Answer(Duration overdue, long nanos) {}

  private final Deliveries deliveries;
  private volatile Answer last = new Answer(Duration.ZERO, System.nanoTime());
  private long askedNanos = System.nanoTime() - INTERVAL.toNanos();

  Overdue(Deliveries deliveries, MeterRegistry meters) {
    this.deliveries = deliveries;
    Gauge.builder("keeling.desk.alerts.overdue", this, Overdue::seconds)
        .description("How long the oldest due message has waited to be sent")
        .baseUnit("seconds")
        .register(meters);
  }

  /**
   * Asks the database if {@link #INTERVAL} has passed since it was last asked.
   *
   * @param anyway whether to ask it in any case
   */
  void look(boolean anyway) {
    if (!anyway && System.nanoTime() - askedNanos < INTERVAL.toNanos()) {
      return;
    }
    askedNanos = System.nanoTime();
    try {
      last = new Answer(deliveries.overdue(), System.nanoTime());
    } catch (JdbiException e) {
      LOG.debug("it is unknown how long messages have been due", e);
    }
  }

  /** Whether no message was due at the last answer. */
  boolean isNothing() {
    return last.overdue().isZero();
  }

  /**
   * The last answer, plus its age once it is stale: if the database cannot be asked, or the thread
   * that asks is stuck or has ended, nothing is sent either.
   */
  private double seconds() {
    Answer answer = last;
    Duration age = Duration.ofNanos(System.nanoTime() - answer.nanos());
    Duration overdue = age.compareTo(STALE) < 0 ? answer.overdue() : answer.overdue().plus(age);
    return overdue.toMillis() / 1000.0;
  }
}
