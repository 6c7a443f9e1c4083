package io.keeling.ingest.fetch;

import io.keeling.ingest.config.WorkersConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides which hosts may be asked now, so that hosts that hang delay no others. A request under
 * way for a while is slow, and slow ones have room of their own. Hosts that failed last time get at
 * most one share of all room, and together with unknown ones at most another; the rest is for hosts
 * that answered last time. For one thread at a time.
 */
final class WorkerShares {

  enum Standing {
    ANSWERS,
    /** The host was never asked, or its record is forgotten. */
    NEW,
    FAILS
  }

  /**
   * Time after which a request is slow and no longer delays others; most hosts answer in a tenth of
   * it.
   */
  private static final Duration SLOW_AFTER = Duration.ofSeconds(2);

  /**
   * The largest share of hosts that are unknown or failed to answer; a quarter is always there for
   * hosts that answered last time.
   */
  private static final double DOUBTFUL_SHARE = 0.75;

  /**
   * The largest share of hosts that failed to answer, within the other one; new hosts have a
   * quarter beside them.
   */
  private static final double FAILING_SHARE = 0.5;

  private record Running(Standing standing, long since) {}

  private final int quickLimit;
  private final int limit;
  private final long slowAfter;
  private final Map<String, Running> quick = new LinkedHashMap<>();
  private final Map<String, Running> slow = new LinkedHashMap<>();
  private final Count quickCount = new Count();
  private final Count count = new Count();

  WorkerShares(WorkersConfig config) {
    this(config.threads(), config.slowRequests(), SLOW_AFTER);
  }

  /**
   * @param quick most requests at once that are not slow
   * @param slow most others
   */
  WorkerShares(int quick, int slow, Duration slowAfter) {
    this.quickLimit = quick;
    this.limit = quick + slow;
    this.slowAfter = slowAfter.toNanos();
  }

  int limit() {
    return limit;
  }

  boolean admits(Standing standing, long now) {
    age(now);
    return admits(quickCount, standing, quickLimit) && admits(count, standing, limit);
  }

  /** How long until a request under way becomes slow and makes room. */
  long nanosUntilSlow(long now) {
    age(now);
    return quick.isEmpty()
        ? Long.MAX_VALUE
        : quick.values().iterator().next().since + slowAfter - now;
  }

  void began(String host, Standing standing, long now) {
    quick.put(host, new Running(standing, now));
    quickCount.change(standing, 1);
    count.change(standing, 1);
  }

  void ended(String host) {
    Running running = quick.remove(host);
    if (running == null) {
      running = slow.remove(host);
    } else {
      quickCount.change(running.standing, -1);
    }
    if (running != null) {
      count.change(running.standing, -1);
    }
  }

  private void age(long now) {
    for (var i = quick.entrySet().iterator(); i.hasNext(); ) {
      var oldest = i.next();
      if (now - oldest.getValue().since < slowAfter) {
        return;
      }
      i.remove();
      slow.put(oldest.getKey(), oldest.getValue());
      quickCount.change(oldest.getValue().standing, -1);
    }
  }

  /** Whether one more fits; one of each standing always does while there is room. */
  private static boolean admits(Count running, Standing standing, int limit) {
    int failing = running.of(Standing.FAILS);
    int doubtful = failing + running.of(Standing.NEW);
    boolean share =
        switch (standing) {
          case ANSWERS -> true;
          case NEW -> doubtful < share(DOUBTFUL_SHARE, limit);
          case FAILS ->
              failing < share(FAILING_SHARE, limit) && doubtful < share(DOUBTFUL_SHARE, limit);
        };
    return share && doubtful + running.of(Standing.ANSWERS) < limit;
  }

  private static int share(double share, int limit) {
    return Math.max(1, (int) (share * limit));
  }

  private static final class Count {
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);

    void change(Standing standing, int difference) {
      counts.merge(standing, difference, Integer::sum);
    }

    int of(Standing standing) {
      return counts.getOrDefault(standing, 0);
    }
  }
}
