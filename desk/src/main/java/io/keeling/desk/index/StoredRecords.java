package io.keeling.desk.index;

import java.util.Map;

/**
 * Which records the store has. Only those can be shown, so only those are indexed. Threads may
 * share it.
 */
@FunctionalInterface
public interface StoredRecords {

  /**
   * The offset after the last stored record, by partition; partitions without one have no entry.
   *
   * @throws RuntimeException if the store does not answer
   */
  Map<Integer, Long> upTo();

  /**
   * Whether the store is down, so that nothing can be applied. Called after {@link #upTo} has
   * failed.
   */
  default boolean away() {
    return false;
  }
}
