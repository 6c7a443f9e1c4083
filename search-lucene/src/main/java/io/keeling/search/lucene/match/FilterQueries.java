package io.keeling.search.lucene.match;

import io.keeling.search.NameLabels;
import io.keeling.search.language.Expression;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.lucene.query.ExpressionQueries;
import io.keeling.search.lucene.query.FacetQueries;
import io.keeling.search.lucene.query.TextQueries;
import io.keeling.search.lucene.query.WrittenForms;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Turns filters into a query that finds articles of one language. Not for sharing between threads.
 *
 * <p>The articles of an index show which adjacent words are also written as one ({@code
 * climatechange}). A single article cannot show that, so here other forms of a word come only from
 * synonyms.
 */
final class FilterQueries {

  private final LuceneSettings settings;
  private final NameLabels labels;
  private final ExpressionQueries words;

  FilterQueries(LuceneSettings settings, ArticleLanguage language, NameLabels labels) {
    this.settings = settings;
    this.labels = labels;
    try {
      WrittenForms forms = new WrittenForms(new MultiReader(), settings.synonyms());
      this.words =
          new ExpressionQueries(
              new TextQueries(Set.of(language), forms, labels, settings.names()), forms);
    } catch (IOException e) {
      throw new IllegalStateException("an empty reader cannot be opened", e);
    }
  }

  /**
   * The query for some filters.
   *
   * @throws IllegalArgumentException if the words cannot be parsed
   */
  Query of(Filters asked) {
    Filters filters = FacetQueries.meant(asked, labels);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    @Nullable Expression expression = settings.expression(filters);
    if (expression != null) {
      all.add(words.of(expression), Occur.FILTER);
    }
    if (filters.from() != null || filters.to() != null) {
      all.add(ExpressionQueries.dates(filters.from(), filters.to()), Occur.FILTER);
    }
    for (Facet facet : filters.values().keySet()) {
      if (facet != Facet.TOPIC_GRADE || filters.of(Facet.TOPIC).isEmpty()) {
        all.add(anyOf(facet, filters), Occur.FILTER);
      }
    }
    BooleanQuery query = all.build();
    return query.clauses().isEmpty() ? new MatchAllDocsQuery() : query;
  }

  /**
   * Makes a separate query for each value, since the presearcher cannot use a query for a set of
   * terms.
   */
  private static Query anyOf(Facet facet, Filters filters) {
    List<String> values = filters.of(facet);
    if (values.size() == 1) {
      return FacetQueries.of(facet, filters);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.forEach(
        value ->
            any.add(FacetQueries.of(facet, filters.with(facet, List.of(value))), Occur.SHOULD));
    return any.build();
  }
}
