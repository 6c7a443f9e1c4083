package io.keeling.desk.search.lucene;

import io.keeling.desk.search.SearchScanContractTest;
import io.keeling.desk.search.WritableIndex;
import java.io.IOException;
import java.nio.file.Path;

class LuceneScanTest extends SearchScanContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return LuceneIndexTest.lucene(path);
  }
}
