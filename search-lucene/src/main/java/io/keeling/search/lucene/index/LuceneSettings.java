package io.keeling.search.lucene.index;

import io.keeling.search.KnownValue;
import io.keeling.search.OtherNames;
import io.keeling.search.SearchSettings;
import io.keeling.search.language.Expression;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.ParsedExpression;
import io.keeling.search.lucene.query.SynonymLookup;
import io.keeling.search.query.Filters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Search settings, prepared for fast lookups.
 *
 * @param parser parses the words of queries
 * @param synonyms synonyms of words
 * @param names other names of countries and organisations
 * @param known topics and countries, with all their names
 */
public record LuceneSettings(
    ExpressionParser parser, SynonymLookup synonyms, OtherNames names, List<KnownValue> known) {

  public static LuceneSettings of(SearchSettings settings) {
    return new LuceneSettings(
        settings.parser(),
        new SynonymLookup(settings.synonyms()),
        OtherNames.of(settings),
        settings.known());
  }

  /**
   * Parses the words of filters; null if there are none.
   *
   * @throws IllegalArgumentException if the words cannot be parsed
   */
  public @Nullable Expression expression(Filters filters) {
    if (filters.words().isBlank()) {
      return null;
    }
    ParsedExpression parsed = parser.parse(filters.words());
    if (parsed instanceof ParsedExpression.Valid valid) {
      return valid.expression();
    }
    throw new IllegalArgumentException(parsed.toString());
  }
}
