package io.keeling.search.lucene.index;

import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.WritableIndex;
import io.keeling.search.testing.SearchIndexContractTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

class LuceneIndexTest extends SearchIndexContractTest {

  @Override
  protected WritableIndex open(Path path) throws IOException {
    return lucene(path);
  }

  static WritableIndex lucene(Path path) throws IOException {
    return LuceneIndex.open(
        path,
        Clock.systemUTC(),
        LuceneSettings.of(new SearchSettings(PARSER, Synonyms.read(null), KNOWN)));
  }
}
