package io.keeling.search.lucene;

import io.keeling.search.SearchEngine;
import io.keeling.search.SearchEngineFactory;
import io.keeling.search.SearchSettings;
import java.nio.file.Path;

/** Makes {@link LuceneEngine}; named in {@code META-INF/services}. Threads may share it. */
public final class LuceneEngineFactory implements SearchEngineFactory {

  @Override
  public SearchEngine create(Path directory, SearchSettings settings) {
    return new LuceneEngine(directory, settings);
  }
}
