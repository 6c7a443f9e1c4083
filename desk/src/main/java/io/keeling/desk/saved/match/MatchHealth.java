package io.keeling.desk.saved.match;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.health.Activity;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.health.ProgressWatch;
import io.keeling.runtime.health.TopicLag;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health of {@link MatchFollower}: its problems, its gauges, and log lines when a problem begins
 * and ends. The follower's thread writes, any thread may read.
 */
final class MatchHealth implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MatchHealth.class);

  private static final String ROLE = "desk-alerts";

  private final ProgressWatch watch;
  private final AtomicLong rounds = new AtomicLong();
  private final AtomicLong matched = new AtomicLong();

  private volatile boolean ended;
  private volatile boolean busy;
  private volatile long behind = -1;

  /** Whether the last attempt failed because the database was away. */
  private volatile boolean storeAway;

  /** The current problem, in words; null if there is none. */
  private volatile @Nullable String problem;

  /**
   * @param outage whether Kafka is away; must not block
   */
  MatchHealth(ProgressLimits limits, BooleanSupplier outage, MeterRegistry meters) {
    this.watch =
        ProgressWatch.start(
            new ProgressWatch.Watched(
                ROLE, this::activities, () -> outage.getAsBoolean() || storeAway, () -> false),
            limits,
            meters);
    TopicLag.register(
        ROLE, List.of(Topics.ENRICHED), topic -> behind < 0 ? Double.NaN : behind, meters);
    Gauge.builder("keeling.desk.alerts.behind", this, health -> health.behind)
        .description("Records not yet matched with saved searches; -1 if unknown")
        .baseUnit("records")
        .register(meters);
  }

  private List<Activity> activities() {
    String why = problem;
    String at =
        "%s, %d records wait%s"
            .formatted(Topics.ENRICHED.name(), Math.max(0, behind), why == null ? "" : ": " + why);
    return List.of(
        new Activity("the thread of saved searches", !ended, rounds.get(), at),
        new Activity("the saved searches", !ended && busy, matched.get(), at));
  }

  /** The follower's loop began a new round. */
  void round() {
    rounds.incrementAndGet();
  }

  /** Records are ready to be matched. */
  void begins() {
    busy = true;
  }

  /** The records were matched, and their alerts written. */
  void matched() {
    busy = false;
    matched.incrementAndGet();
  }

  /** Matching goes well; {@code left} records wait, -1 if unknown. */
  void follows(long left) {
    behind = left;
    storeAway = false;
    if (problem != null) {
      LOG.info("Matching of saved searches has resumed");
      problem = null;
    }
  }

  /**
   * Matching failed and will be retried.
   *
   * @param away whether the database is away, which is logged elsewhere
   */
  void fails(Exception e, boolean away) {
    if (ended) {
      LOG.debug("this desk closes; the remaining records are left to another one", e);
      return;
    }
    behind = -1;
    storeAway = away;
    String line = "saved searches are not matched: " + e.getClass().getSimpleName();
    if (!line.equals(problem)) {
      LOG.warn("{}", line);
      LOG.debug("cause of the failure to match saved searches", e);
    }
    problem = line;
  }

  /** Problems that delay alerts, one line each; empty if there are none. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(watch.problems());
    String why = problem;
    if (why != null && notes.isEmpty()) {
      notes.add(why);
    }
    return notes;
  }

  /**
   * Whether the follower is alive; false if it has made no progress for so long that only a restart
   * may help.
   */
  boolean alive() {
    return watch.alive();
  }

  /** Stops watching at once. */
  @Override
  public void close() {
    ended = true;
    watch.close();
  }
}
