package io.keeling.search.lucene.index;

import io.keeling.search.WritableIndex;
import io.keeling.search.testing.SearchScanContractTest;
import java.io.IOException;
import java.nio.file.Path;

class LuceneScanTest extends SearchScanContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return LuceneIndexTest.lucene(path);
  }
}
