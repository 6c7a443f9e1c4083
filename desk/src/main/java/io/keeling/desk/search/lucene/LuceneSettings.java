package io.keeling.desk.search.lucene;

import io.keeling.desk.query.language.ExpressionParser;
import io.keeling.desk.search.KnownValue;
import io.keeling.desk.search.lucene.query.Synonyms;
import java.util.List;

/**
 * What an index needs to know to understand questions. Immutable and safe to share between threads.
 *
 * @param parser reads the words of queries
 * @param synonyms names of the same thing
 * @param known topics and countries, by all their names
 */
public record LuceneSettings(ExpressionParser parser, Synonyms synonyms, List<KnownValue> known) {

  public LuceneSettings {
    known = List.copyOf(known);
  }
}
