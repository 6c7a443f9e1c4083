package io.keeling.desk.index;

import java.util.Map;

/**
 * Tells which records the store has: only those can be shown, and so found. Threads may share it.
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
   * Whether the store is away, so that nothing can be applied. Called after {@link #upTo} has
   * failed.
   */
  default boolean away() {
    return false;
  }
}
