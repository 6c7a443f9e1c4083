package io.keeling.runtime.deadline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which records took long, so that they cannot hold a stream thread for ever. Threads may
 * share it.
 *
 * <p>Kafka rolls a transaction back that is open for too long (10 s by default, which is less than
 * a deadline), and a consumer that polls too late loses its partitions. Either way the same records
 * come again, take as long again, and so on without end. So a record that was given up is refused
 * at once when it comes again, and one that was finished, but slowly, when it comes for the third
 * time.
 */
final class SlowRecords {

  /**
   * The processor time from which on a record counts as slow. Chosen: five of them are as much as a
   * transaction may last ({@code transaction.timeout.ms}, 10 s by Streams' default).
   */
  static final Duration SLOW = Duration.ofSeconds(2);

  /** How often a slow record is worked on. Chosen: the second time is for an outage of Kafka's. */
  static final int TRIES = 2;

  /**
   * How many places are remembered, the last ones: some 100 kB. Chosen: a batch that comes again
   * holds fewer.
   */
  static final int MOST = 1000;

  private final Map<RecordPlace, Integer> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordPlace, Integer> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Refuses a record that took too long before; to be called before the work on it begins.
   *
   * @throws TookTooLongException if it took too long before
   */
  synchronized void require(@Nullable RecordPlace place) {
    if (place != null && tries.getOrDefault(place, 0) >= TRIES) {
      throw new TookTooLongException("took too long before, and its step was rolled back");
    }
  }

  /** A record was worked through. */
  void finished(@Nullable RecordPlace place, long nanos) {
    if (place != null && nanos >= SLOW.toNanos()) {
      synchronized (this) {
        tries.merge(place, 1, Integer::sum);
      }
    }
  }

  /** A record was given up. */
  synchronized void givenUp(@Nullable RecordPlace place) {
    if (place != null) {
      tries.put(place, TRIES);
    }
  }
}
