package io.keeling.ingest.fetch;

import io.keeling.ingest.config.WorkersConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides which hosts may be contacted now, so that unresponsive hosts delay no others. A request
 * that takes long counts as slow, and slow requests have a limit of their own. Hosts that failed
 * last time get at most {@link #FAILING_SHARE} of all room, and together with unknown hosts at most
 * {@link #DOUBTFUL_SHARE}. The rest is for hosts that answered last time. Used by one thread at a
 * time.
 */
final class WorkerShares {

  enum Standing {
    ANSWERS,
    /** The host was never contacted, or its record is forgotten. */
    NEW,
    FAILS
  }

  /**
   * Time after which a request counts as slow and leaves its room to others. Most hosts answer in a
   * tenth of this time.
   */
  private static final Duration SLOW_AFTER = Duration.ofSeconds(2);

  /**
   * Largest share of requests to hosts that are unknown or failed last time. A quarter is always
   * left for hosts that answered last time.
   */
  private static final double DOUBTFUL_SHARE = 0.75;

  /**
   * Largest share of requests to hosts that failed last time. It is included in {@link
   * #DOUBTFUL_SHARE}, so a quarter of all room is left for unknown hosts.
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
   * @param quick maximum number of simultaneous requests that are not slow
   * @param slow maximum number of slow requests in addition to those
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

  /** Returns the time until the next request becomes slow and makes room. */
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

  /**
   * Whether one more request fits. While there is any room, one request always fits for each
   * standing.
   */
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
