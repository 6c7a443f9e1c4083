package io.keeling.search;

import java.util.List;

/**
 * A walk over a whole result, in order, in one state of the index: later writes neither add nor
 * move anything. For one thread. The files of that state stay on disk until the walk is closed.
 */
public interface Scan extends AutoCloseable {

  /**
   * The ids of the next articles; empty once all were returned.
   *
   * @param most how many at most, from 1
   * @throws IndexAwayException if the index was closed
   */
  List<String> next(int most);

  @Override
  void close();
}
