package io.keeling.feeds.search.lucene;

import io.keeling.feeds.search.SearchCountsContractTest;
import io.keeling.feeds.search.WritableIndex;
import java.io.IOException;
import java.nio.file.Path;

class LuceneCountsTest extends SearchCountsContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return LuceneIndexTest.lucene(path);
  }
}
