package io.keeling.runtime.deadline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers slow records, so that they cannot block a stream thread for ever. Thread-safe.
 *
 * <p>Kafka aborts a transaction that is open for too long (10 s by default, less than a deadline),
 * and a consumer that polls too late loses its partitions. In both cases the same records are read
 * again and take as long again, endlessly. So an abandoned record is refused when it is read again,
 * and a record that finished slowly is refused when it is read for the third time.
 */
final class SlowRecords {

  /**
   * Minimum processor time of a slow record: five of them use up the time of a transaction ({@code
   * transaction.timeout.ms}, 10 s by Streams' default).
   */
  static final Duration SLOW = Duration.ofSeconds(2);

  /**
   * Number of times that a slow record is tried. The second try is allowed because a record may
   * also be read again after an outage of Kafka.
   */
  static final int TRIES = 2;

  /**
   * Maximum number of records remembered, about 100 kB. A batch of records that is read again is
   * smaller.
   */
  static final int MOST = 1000;

  private final Map<RecordPlace, Integer> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordPlace, Integer> eldest) {
          return size() > MOST;
        }
      };

  /** Refuses a record that took too long before. */
  synchronized void require(@Nullable RecordPlace place) {
    if (place != null && tries.getOrDefault(place, 0) >= TRIES) {
      throw new TookTooLongException("took too long before, and its transaction was rolled back");
    }
  }

  void finished(@Nullable RecordPlace place, long nanos) {
    if (place != null && nanos >= SLOW.toNanos()) {
      synchronized (this) {
        tries.merge(place, 1, Integer::sum);
      }
    }
  }

  /** Notes that a record was abandoned. */
  synchronized void givenUp(@Nullable RecordPlace place) {
    if (place != null) {
      tries.put(place, TRIES);
    }
  }
}
