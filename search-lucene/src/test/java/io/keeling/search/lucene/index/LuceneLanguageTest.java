package io.keeling.search.lucene.index;

import io.keeling.search.WritableIndex;
import io.keeling.search.testing.SearchLanguageContractTest;
import java.io.IOException;
import java.nio.file.Path;

class LuceneLanguageTest extends SearchLanguageContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return LuceneIndexTest.lucene(path);
  }
}
