package io.keeling.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An index that one thread writes to. What is applied is found when {@link #apply} returns, and is
 * still there after a crash when {@link #commit} returns; both in the order of the records.
 */
public interface WritableIndex extends SearchIndex, AutoCloseable {

  /** The next offset of each partition, as of the last commit. */
  Map<Integer, Long> offsets();

  /**
   * Applies changes in their order.
   *
   * @param next the offsets behind them, by partition
   * @throws IOException if it cannot be written; the index must be opened again then
   */
  void apply(List<Change> changes, Map<Integer, Long> next) throws IOException;

  /**
   * Makes what was applied last.
   *
   * @throws IOException if it cannot be written; the index must be opened again then
   */
  void commit() throws IOException;

  /** Closes it; what was not committed is lost, and will be applied again. */
  @Override
  void close() throws IOException;
}
