package io.keeling.search.lucene.index;

import io.keeling.runtime.thread.Futures;
import io.keeling.search.NameLabels;
import io.keeling.search.budget.Budget;
import io.keeling.search.budget.SearchRefusedException;
import io.keeling.search.language.Expression;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.count.Counter;
import io.keeling.search.lucene.count.HashedValues;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.ExpressionQueries;
import io.keeling.search.lucene.query.FacetQueries;
import io.keeling.search.lucene.query.IndexedLabels;
import io.keeling.search.lucene.query.TextQueries;
import io.keeling.search.lucene.query.WrittenForms;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * An index at one moment, with its latest results. They are cached because a page requests the
 * list, the facets and the trend of the same filters. Threads may share it.
 */
final class View {

  /**
   * Maximum number of cached results. Each takes a bit per document, and more if values of facets
   * are chosen.
   */
  private static final int REMEMBERED = 32;

  private final IndexSearcher plain;
  private final IndexSearcher searcher;
  private final Counter counter;
  private final LuceneSettings settings;
  private final WrittenForms forms;
  private final NameLabels labels;
  private final Set<ArticleLanguage> languages;
  private final Map<Filters, FutureTask<FilteredArticles>> found =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Filters, FutureTask<FilteredArticles>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param plain counts, and answers quick lookups, without checking the budget
   * @param searcher searches the same reader, and checks the budget of the request
   */
  View(IndexSearcher plain, IndexSearcher searcher, HashedValues known, LuceneSettings settings) {
    this.plain = plain;
    this.searcher = searcher;
    this.counter = new Counter(plain, known);
    this.settings = settings;
    this.forms = new WrittenForms(plain.getIndexReader(), settings.synonyms());
    this.labels = new IndexedLabels(plain.getIndexReader());
    this.languages = languages(plain.getIndexReader());
  }

  private static Set<ArticleLanguage> languages(IndexReader reader) {
    Set<ArticleLanguage> languages = EnumSet.noneOf(ArticleLanguage.class);
    for (String field : FieldInfos.getIndexedFields(reader)) {
      for (ArticleLanguage language : ArticleLanguage.values()) {
        if (field.equals(Fields.text(language))) {
          languages.add(language);
        }
      }
    }
    return languages;
  }

  boolean isOf(IndexSearcher other) {
    return plain == other;
  }

  /** The searcher that checks the budget of the request. */
  IndexSearcher searcher() {
    return searcher;
  }

  /** The reader, for lookups that do not check the budget. */
  IndexReader reader() {
    return plain.getIndexReader();
  }

  WrittenForms forms() {
    return forms;
  }

  @Nullable Expression expression(Filters filters) {
    return settings.expression(filters);
  }

  NameLabels labels() {
    return labels;
  }

  /**
   * The articles that filters find. If several threads ask at once, one searches and the others
   * wait.
   */
  FilteredArticles find(Filters filters) throws IOException {
    if (filters.dated()) {
      return find(filters.dated(false)).dated();
    }
    FutureTask<FilteredArticles> own = new FutureTask<>(() -> look(filters));
    while (true) {
      FutureTask<FilteredArticles> looking = begun(filters, own);
      if (looking == own) {
        own.run(); // here, so that this request is charged for it
      } else if (!looking.isDone()) {
        Budget.pause();
      }
      try {
        return Futures.get(looking, IOException::new);
      } catch (RuntimeException | IOException e) {
        synchronized (found) {
          found.remove(filters, looking);
        }
        boolean anothers = looking != own && e instanceof SearchRefusedException;
        if (!anothers) {
          throw e;
        }
      }
    }
  }

  /** The search for these filters that is cached or running; if there is none, the given one. */
  FutureTask<FilteredArticles> begun(Filters filters, FutureTask<FilteredArticles> own) {
    synchronized (found) {
      @Nullable FutureTask<FilteredArticles> known = found.putIfAbsent(filters, own);
      return known == null ? own : known;
    }
  }

  private FilteredArticles look(Filters filters) throws IOException {
    return new FilteredArticles(
        searcher, counter, FacetQueries.meant(filters, labels), words(filters).orElse(null));
  }

  /** The query for the words of filters; empty if there are none. */
  Optional<Query> words(Filters filters) {
    @Nullable Expression expression = settings.expression(filters);
    return expression == null ? Optional.empty() : Optional.of(queries().of(expression));
  }

  private ExpressionQueries queries() {
    return new ExpressionQueries(
        new TextQueries(languages, forms, labels, settings.names()), forms);
  }
}
