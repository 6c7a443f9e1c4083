package io.keeling.runtime.health;

import io.keeling.runtime.thread.Threads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches that a role finishes its work, in a thread that neither Kafka nor PostgreSQL can block. A
 * stall is logged once at its beginning and once at its end. Threads may share it.
 */
public final class ProgressWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

  /**
   * Number of observations within the shorter limit, so that a stall is noticed with little delay.
   */
  private static final int CHECKS = 12;

  /**
   * Maximum time counted between two observations, as a number of intervals. A busy machine may
   * miss some observations.
   */
  private static final int MISSED_CHECKS = 3;

  /** Maximum number of stalls named in a line. One cause often stalls every task. */
  private static final int MOST_NAMED = 3;

  /**
   * The watched role.
   *
   * @param role the role's name in problems and log lines
   * @param activities returns the role's present activities; must not block
   * @param outage whether an outage, which is reported elsewhere, prevents any work from being
   *     finished; the clock then stops
   * @param mayWait whether there may be a reason not to finish work that no restart would remove: a
   *     stall is then reported, but does not end the process
   */
  public record Watched(
      String role,
      Supplier<? extends Collection<Activity>> activities,
      BooleanSupplier outage,
      BooleanSupplier mayWait) {}

  private final Watched watched;
  private final ProgressLimits limits;
  private final Duration interval;
  private final ProgressClock clock;
  private final MeterRegistry meters;
  private final Gauge gauge;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile List<Stall> stalls = List.of();
  private volatile Duration longest = Duration.ZERO;
  private volatile boolean dead;
  private Duration told = Duration.ZERO;

  private ProgressWatch(Watched watched, ProgressLimits limits, MeterRegistry meters) {
    this.watched = watched;
    this.limits = limits;
    this.interval = limits.stalledAfter().dividedBy(CHECKS);
    this.clock = new ProgressClock(interval.multipliedBy(MISSED_CHECKS), limits.restartAfter());
    this.meters = meters;
    this.gauge =
        Gauge.builder("keeling.stalled", this, watch -> watch.longest.toMillis() / 1000.0)
            .description("Longest time that records have waited while none was finished")
            .baseUnit("seconds")
            .tag("role", watched.role())
            .register(meters);
  }

  public static ProgressWatch start(Watched watched, ProgressLimits limits, MeterRegistry meters) {
    ProgressWatch watch = new ProgressWatch(watched, limits, meters);
    Threads.daemon("keeling-" + watched.role() + "-progress", watch::watch).start();
    return watch;
  }

  private void watch() {
    try {
      while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        look(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(long nanos) {
    List<Stall> seen;
    try {
      seen =
          clock.observe(
              watched.activities().get(),
              watched.outage().getAsBoolean(),
              watched.mayWait().getAsBoolean(),
              nanos);
    } catch (RuntimeException | Error e) {
      // This failure occurs while Streams is being closed. The next check follows soon.
      LOG.debug("{}: cannot read its progress", watched.role(), e);
      return;
    }
    stalls = seen.stream().filter(s -> s.lasting().compareTo(limits.stalledAfter()) >= 0).toList();
    longest = seen.stream().map(Stall::lasting).reduce(Duration.ZERO, ProgressWatch::longer);
    tell();
    dead |= seen.stream().anyMatch(s -> s.unexcused().compareTo(limits.restartAfter()) >= 0);
  }

  private void tell() {
    if (!stalls.isEmpty()) {
      if (told.isZero()) {
        LOG.warn("{}", line());
      }
      told = longer(told, longest);
    } else if (!told.isZero()) {
      LOG.info("{}: work continues after {} s without progress", watched.role(), told.toSeconds());
      told = Duration.ZERO;
    }
  }

  private String line() {
    List<Stall> now = stalls;
    String names =
        now.stream().limit(MOST_NAMED).map(Stall::toString).collect(Collectors.joining("; "));
    return "%s: nothing finished for %d s: %s%s"
        .formatted(
            watched.role(),
            longest.toSeconds(),
            names,
            now.size() > MOST_NAMED ? " and " + (now.size() - MOST_NAMED) + " more" : "");
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Returns one line about the stalled workers; empty if work continues or there is no work. */
  public List<String> problems() {
    return stalls.isEmpty() ? List.of() : List.of(line());
  }

  /** Returns false once no work has been finished for so long that only a restart may help. */
  public boolean alive() {
    return !dead;
  }

  @Override
  public synchronized void close() {
    if (closing.getCount() > 0) {
      closing.countDown();
      meters.remove(gauge);
    }
  }
}
