package io.keeling.search;

import java.util.List;

/**
 * A walk over everything that was found, in order, in one state of the index: what is written
 * meanwhile neither comes nor moves anything. For one thread. The files of that state stay on disk
 * until it is closed.
 */
public interface Scan extends AutoCloseable {

  /**
   * The ids of the articles that follow, none when all were given.
   *
   * @param most how many at most, from 1
   * @throws IndexAwayException if the index was closed
   */
  List<String> next(int most);

  @Override
  void close();
}
