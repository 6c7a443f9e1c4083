package io.keeling.search;

import io.keeling.search.language.ExpressionParser;
import java.util.List;

/**
 * What an index needs to understand queries.
 *
 * @param parser reads the words of queries
 * @param synonyms sets of names of the same thing
 * @param known topics and countries, by all their names
 */
public record SearchSettings(ExpressionParser parser, Synonyms synonyms, List<KnownValue> known) {

  public SearchSettings {
    known = List.copyOf(known);
  }
}
