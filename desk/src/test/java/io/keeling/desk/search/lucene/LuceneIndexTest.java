package io.keeling.desk.search.lucene;

import io.keeling.desk.search.SearchIndexContractTest;
import io.keeling.desk.search.WritableIndex;
import io.keeling.desk.search.lucene.query.Synonyms;
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
        path, Clock.systemUTC(), new LuceneSettings(PARSER, Synonyms.read(null), KNOWN));
  }
}
