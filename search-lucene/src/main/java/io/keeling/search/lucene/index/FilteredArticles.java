package io.keeling.search.lucene.index;

import io.keeling.search.lucene.count.CollapsedStories;
import io.keeling.search.lucene.count.Counter;
import io.keeling.search.lucene.count.DocSet;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.ExpressionQueries;
import io.keeling.search.lucene.query.FacetQueries;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The articles that filters find in one reader, and those that would be found without the filters
 * of one facet. Threads may share it.
 */
final class FilteredArticles {

  private final IndexSearcher searcher;
  private final Counter counter;
  private final Filters filters;
  private final DocSet base;
  private final Map<Facet, DocSet> byFacet = new EnumMap<>(Facet.class);
  private final DocSet all;
  private @Nullable CollapsedStories once;
  private volatile @Nullable FilteredArticles dated;

  FilteredArticles(IndexSearcher searcher, Counter counter, Filters filters, @Nullable Query words)
      throws IOException {
    this.searcher = searcher;
    this.counter = counter;
    this.filters = filters;
    this.base = DocSet.of(searcher, base(filters, words));
    for (Facet facet : filters.values().keySet()) {
      if (facet != Facet.TOPIC_GRADE || filters.of(Facet.TOPIC).isEmpty()) {
        byFacet.put(facet, DocSet.of(searcher, FacetQueries.of(facet, filters)));
      }
    }
    this.all = cut(null);
  }

  private FilteredArticles(FilteredArticles whole, DocSet base) {
    this.searcher = whole.searcher;
    this.counter = whole.counter;
    this.filters = whole.filters.dated(true);
    this.base = base;
    byFacet.putAll(whole.byFacet);
    this.all = cut(null);
  }

  private static Query base(Filters filters, @Nullable Query words) {
    boolean dated = filters.from() != null || filters.to() != null;
    Query dates = ExpressionQueries.dates(filters.from(), filters.to());
    if (words == null) {
      return dated ? dates : new MatchAllDocsQuery();
    }
    return dated
        ? new BooleanQuery.Builder().add(words, Occur.FILTER).add(dates, Occur.FILTER).build()
        : words;
  }

  private DocSet cut(@Nullable Facet except) {
    DocSet result = base;
    for (Map.Entry<Facet, DocSet> facet : byFacet.entrySet()) {
      if (facet.getKey() != except) {
        result = result.and(facet.getValue());
      }
    }
    return result;
  }

  DocSet all() {
    return all;
  }

  /** The articles that would be found without the filters of a facet. */
  DocSet without(Facet facet) throws IOException {
    if (filters.of(facet).isEmpty()) {
      return all;
    }
    if (facet == Facet.TOPIC || facet == Facet.TOPIC_GRADE) {
      Facet other = facet == Facet.TOPIC ? Facet.TOPIC_GRADE : Facet.TOPIC;
      DocSet rest = cut(byFacet.containsKey(Facet.TOPIC) ? Facet.TOPIC : Facet.TOPIC_GRADE);
      Filters only = filters.with(facet, List.of());
      return filters.of(other).isEmpty()
          ? rest
          : rest.and(DocSet.of(searcher, FacetQueries.of(other, only)));
    }
    return cut(facet);
  }

  /** The found articles, each story once. */
  synchronized CollapsedStories once() throws IOException {
    if (once == null) {
      once = CollapsedStories.of(searcher, all);
    }
    return once;
  }

  /** The found articles without undated ones. */
  FilteredArticles dated() throws IOException {
    FilteredArticles known = dated;
    if (known == null) {
      // Not synchronized, since a search may have to wait until it is its turn.
      DocSet undated = DocSet.of(searcher, new TermQuery(Fields.UNDATED));
      known =
          base.countWith(undated) == 0 ? this : new FilteredArticles(this, base.without(undated));
      dated = known;
    }
    return known;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  Counter counter() {
    return counter;
  }

  Filters filters() {
    return filters;
  }
}
