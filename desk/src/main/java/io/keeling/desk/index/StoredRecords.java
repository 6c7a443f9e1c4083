package io.keeling.desk.index;

import java.util.Map;

/**
 * Tells which records are stored. Only those can be shown and are indexed. Threads may share it.
 */
@FunctionalInterface
public interface StoredRecords {

  /**
   * The offset after the last stored record, by partition; partitions without a stored record have
   * no entry.
   *
   * @throws RuntimeException if the store does not answer
   */
  Map<Integer, Long> upTo();

  /**
   * Whether the store is down, so that nothing can be applied. Called after {@link #upTo} fails.
   */
  default boolean away() {
    return false;
  }
}
