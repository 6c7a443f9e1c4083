package io.keeling.search.lucene;

import io.keeling.search.IndexDirectory;
import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.SearchEngine;
import io.keeling.search.SearchSettings;
import io.keeling.search.lucene.index.LuceneDirectory;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.lucene.match.LuceneQueryMatcher;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The search engine in this process: Lucene, with an index on the local disk. Threads may share it.
 */
public final class LuceneEngine implements SearchEngine {

  private final Path directory;
  private final LuceneSettings settings;

  public LuceneEngine(Path directory, SearchSettings settings) {
    this.directory = directory;
    this.settings = LuceneSettings.of(settings);
  }

  @Override
  public IndexDirectory directory() {
    return new LuceneDirectory(directory, settings, Clock.systemUTC());
  }

  @Override
  public QueryMatcher matcher(NameLabels labels) {
    return new LuceneQueryMatcher(settings, labels);
  }
}
