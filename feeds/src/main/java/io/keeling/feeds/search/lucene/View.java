package io.keeling.feeds.search.lucene;

import io.keeling.contract.thread.Futures;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.language.Expression;
import io.keeling.feeds.query.language.ParsedExpression;
import io.keeling.feeds.search.lucene.analysis.ArticleLanguage;
import io.keeling.feeds.search.lucene.count.Counter;
import io.keeling.feeds.search.lucene.count.HashedValues;
import io.keeling.feeds.search.lucene.field.Fields;
import io.keeling.feeds.search.lucene.query.ExpressionQueries;
import io.keeling.feeds.search.lucene.query.TextQueries;
import io.keeling.feeds.search.lucene.query.WrittenForms;
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
 * An index as it is at one moment, with what was found in it last: a page asks for the list, the
 * facets and the trend of the same filters. Threads may share it.
 */
final class View {

  /** Results remembered: each is a bit for each document, and some more for chosen facets. */
  private static final int REMEMBERED = 32;

  private final IndexSearcher searcher;
  private final Counter counter;
  private final LuceneSettings settings;
  private final WrittenForms forms;
  private final Set<ArticleLanguage> languages;
  private final Map<Filters, FutureTask<Found>> found =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Filters, FutureTask<Found>> eldest) {
          return size() > REMEMBERED;
        }
      };

  View(IndexSearcher searcher, HashedValues known, LuceneSettings settings) {
    this.searcher = searcher;
    this.counter = new Counter(searcher, known);
    this.settings = settings;
    this.forms = new WrittenForms(searcher.getIndexReader(), settings.synonyms());
    this.languages = languages(searcher.getIndexReader());
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

  IndexSearcher searcher() {
    return searcher;
  }

  WrittenForms forms() {
    return forms;
  }

  /** What filters find; of several that ask at once one looks, and the others wait for it. */
  Found find(Filters filters) throws IOException {
    FutureTask<Found> looking;
    synchronized (found) {
      looking = found.computeIfAbsent(filters, asked -> new FutureTask<>(() -> look(asked)));
    }
    looking.run();
    try {
      return Futures.get(looking, IOException::new);
    } catch (RuntimeException | IOException e) {
      synchronized (found) {
        found.remove(filters, looking);
      }
      throw e;
    }
  }

  private Found look(Filters filters) throws IOException {
    return new Found(searcher, counter, filters, words(filters).orElse(null));
  }

  /** What the words of filters look for, nothing where there are none. */
  Optional<Query> words(Filters filters) {
    @Nullable Expression expression = expression(filters);
    return expression == null ? Optional.empty() : Optional.of(queries().of(expression));
  }

  private ExpressionQueries queries() {
    return new ExpressionQueries(new TextQueries(languages, forms), forms);
  }

  /**
   * What the words of filters mean; null where there are none.
   *
   * @throws IllegalArgumentException if they are not understood
   */
  @Nullable Expression expression(Filters filters) {
    if (filters.words().isBlank()) {
      return null;
    }
    ParsedExpression parsed = settings.parser().parse(filters.words());
    if (parsed instanceof ParsedExpression.Valid valid) {
      return valid.expression();
    }
    throw new IllegalArgumentException(((ParsedExpression.Invalid) parsed).problem());
  }
}
