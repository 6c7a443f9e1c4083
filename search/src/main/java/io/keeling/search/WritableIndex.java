package io.keeling.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An index that one thread writes to. Changes are found once {@link #apply} returns, and survive a
 * crash once {@link #commit} returns; both in the order of the records.
 */
public interface WritableIndex extends SearchIndex, AutoCloseable {

  /** The next offset of each partition, as of the last commit. */
  Map<Integer, Long> offsets();

  /**
   * Applies changes in their order.
   *
   * @param next the offsets after these changes, by partition
   * @throws IOException if the index cannot be written; it must then be opened again
   */
  void apply(List<Change> changes, Map<Integer, Long> next) throws IOException;

  /**
   * Makes the applied changes durable.
   *
   * @throws IOException if the index cannot be written; it must then be opened again
   */
  void commit() throws IOException;

  /** Closes the index; changes that were not committed are lost, and will be applied again. */
  @Override
  void close() throws IOException;
}
