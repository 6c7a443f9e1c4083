package io.keeling.search.lucene.match;

import io.keeling.search.language.Expression;
import io.keeling.search.language.Expression.Phrase;
import io.keeling.search.language.Expression.Word;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.ParsedExpression;
import io.keeling.search.language.TextScope;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.HashSet;
import java.util.Set;

/** Finds the names that a saved search asks for. */
final class AskedNames {

  private AskedNames() {}

  /** The names in the filters and words of a search. */
  static Set<String> of(Filters filters, ExpressionParser parser) {
    Set<String> names = new HashSet<>(filters.of(Facet.NAME));
    if (!filters.words().isBlank()
        && parser.parse(filters.words()) instanceof ParsedExpression.Valid valid) {
      add(valid.expression(), names);
    }
    return Set.copyOf(names);
  }

  private static void add(Expression expression, Set<String> names) {
    if (expression instanceof Word word && word.scope() == TextScope.NAME) {
      names.add(word.text());
    } else if (expression instanceof Phrase phrase && phrase.scope() == TextScope.NAME) {
      names.add(phrase.text());
    }
    expression.parts().forEach(part -> add(part, names));
  }
}
