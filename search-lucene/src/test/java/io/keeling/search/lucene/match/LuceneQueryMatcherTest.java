package io.keeling.search.lucene.match;

import io.keeling.search.SearchEngine;
import io.keeling.search.SearchSettings;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.search.testing.QueryMatcherContractTest;
import java.nio.file.Path;

class LuceneQueryMatcherTest extends QueryMatcherContractTest {

  @Override
  protected SearchEngine engine(Path directory, SearchSettings settings) {
    return new LuceneEngine(directory, settings);
  }
}
