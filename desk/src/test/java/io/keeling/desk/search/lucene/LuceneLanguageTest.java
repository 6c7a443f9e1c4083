package io.keeling.desk.search.lucene;

import io.keeling.desk.search.SearchLanguageContractTest;
import io.keeling.desk.search.WritableIndex;
import java.io.IOException;
import java.nio.file.Path;

class LuceneLanguageTest extends SearchLanguageContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return LuceneIndexTest.lucene(path);
  }
}
