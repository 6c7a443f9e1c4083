package io.keeling.desk.index;

import java.util.Map;

/**
 * Which records the store has: an article is found only once it can be shown. Threads may share it.
 */
@FunctionalInterface
public interface StoredRecords {

  /**
   * By partition, the offset behind the last record that is stored; of partitions that are left out
   * none is.
   *
   * @throws RuntimeException if the store does not answer
   */
  Map<Integer, Long> upTo();

  /**
   * Whether the store is away, which somebody else says: nothing can be applied then. Asked after
   * {@link #upTo} has failed.
   */
  default boolean away() {
    return false;
  }
}
