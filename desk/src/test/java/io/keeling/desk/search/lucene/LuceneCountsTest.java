package io.keeling.desk.search.lucene;

import io.keeling.desk.search.SearchCountsContractTest;
import io.keeling.desk.search.WritableIndex;
import java.io.IOException;
import java.nio.file.Path;

class LuceneCountsTest extends SearchCountsContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return LuceneIndexTest.lucene(path);
  }
}
