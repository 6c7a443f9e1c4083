package io.keeling.search;

import java.nio.file.Path;

/**
 * Creates a search engine. The desk takes the one that {@link java.util.ServiceLoader} finds, so
 * another engine is another jar on the class path. Threads may share it.
 */
@FunctionalInterface
public interface SearchEngineFactory {

  /**
   * @param directory where an engine with an index on this machine keeps it
   */
  SearchEngine create(Path directory, SearchSettings settings);
}
