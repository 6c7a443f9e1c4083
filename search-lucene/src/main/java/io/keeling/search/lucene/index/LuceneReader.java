package io.keeling.search.lucene.index;

import io.keeling.search.Completion;
import io.keeling.search.FacetValues;
import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.IndexAwayException;
import io.keeling.search.Marker;
import io.keeling.search.Scan;
import io.keeling.search.ScoreExplanation;
import io.keeling.search.SearchIndex;
import io.keeling.search.SearchRequest;
import io.keeling.search.budget.Budget;
import io.keeling.search.language.Expression;
import io.keeling.search.language.FieldName;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.count.DocSet;
import io.keeling.search.lucene.count.FrontPage;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.FacetQueries;
import io.keeling.search.lucene.query.MarkQueries;
import io.keeling.search.lucene.query.Speller;
import io.keeling.search.lucene.query.TextMarker;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Answers questions from an index as it was at the last refresh. Threads may share it. */
final class LuceneReader implements SearchIndex, AutoCloseable {

  private final SearcherManager manager;
  private final Searchers searchers;
  private final LuceneSettings settings;
  private final Completer completer;
  private final FrontPage frontPage = new FrontPage();
  private volatile @Nullable View last;

  private LuceneReader(SearcherManager manager, Searchers searchers, LuceneSettings settings) {
    this.manager = manager;
    this.searchers = searchers;
    this.settings = settings;
    this.completer = new Completer(settings.known(), settings.names(), searchers.completed());
  }

  /** A reader of what a writer has written, as of the last refresh. */
  static LuceneReader of(IndexWriter writer, Searchers searchers, LuceneSettings settings)
      throws IOException {
    return new LuceneReader(new SearcherManager(writer, searchers), searchers, settings);
  }

  /** A reader of the last commit. */
  static LuceneReader of(Directory directory, LuceneSettings settings) throws IOException {
    Searchers searchers = new Searchers();
    return new LuceneReader(new SearcherManager(directory, searchers), searchers, settings);
  }

  /** Makes everything that was written visible. */
  void refresh() throws IOException {
    manager.maybeRefreshBlocking();
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(View view) throws IOException;
  }

  private <T> T ask(Question<T> question) {
    try {
      IndexSearcher searcher = manager.acquire();
      try (Budget.Question asked = Budget.question()) {
        return question.ask(view(searcher));
      } finally {
        manager.release(searcher);
      }
    } catch (AlreadyClosedException e) {
      throw new IndexAwayException("this search index was closed", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  private View view(IndexSearcher searcher) throws IOException {
    View known = last;
    if (known != null && known.isOf(searcher)) {
      return known;
    }
    View made = new View(searcher, searchers.bounded(searcher), searchers.values(), settings);
    last = made;
    return made;
  }

  /** Drops cached results, except those of the front page. */
  void forget() {
    last = null;
  }

  @Override
  public Hits search(SearchRequest request) {
    return ask(view -> PageSearch.page(view, request));
  }

  @Override
  public Scan scan(SearchRequest request) {
    return ask(
        view -> {
          PageSearch.Ranking ranking = PageSearch.ranking(view, request);
          // The scan needs the reader after this method returns, and releases it when the scan is
          // closed.
          view.reader().incRef();
          return new LuceneScan(view.searcher(), view.reader(), ranking);
        });
  }

  @Override
  public Map<Facet, FacetValues> facets(Filters filters, int most) {
    return ask(
        view ->
            frontPage.facets(
                filters,
                most,
                view.reader().numDocs(),
                exact -> FacetSearch.of(view.find(filters), most, exact)));
  }

  @Override
  public Map<Facet, FacetValues> together(Filters filters, int most) {
    return ask(view -> FacetSearch.together(view.find(filters), most));
  }

  @Override
  public Map<String, Integer> counts(Filters filters, Facet facet, Collection<String> values) {
    return ask(view -> FacetSearch.counts(view.find(filters), view.labels(), facet, values));
  }

  @Override
  public List<Hit> mostTold(Filters filters, int most) {
    return ask(view -> MostTold.of(view.find(filters), most));
  }

  @Override
  public Map<String, List<String>> tellings(Filters filters, Collection<String> stories, int most) {
    return ask(
        view -> {
          IndexReader reader = view.reader();
          DocSet found = view.find(filters).all();
          Map<String, List<String>> tellings = new HashMap<>();
          for (String story : stories) {
            tellings.put(story, ById.tellings(reader, found, story, most));
          }
          return tellings;
        });
  }

  @Override
  public SortedMap<LocalDate, Integer> days(Filters filters) {
    return ask(
        view -> {
          FilteredArticles found = view.find(filters);
          return found.counter().days(found.all());
        });
  }

  @Override
  public Optional<String> suggest(Filters filters) {
    return ask(
        view -> {
          @Nullable Expression expression = view.expression(filters);
          return expression == null
              ? Optional.empty()
              : new Speller(view.reader(), view.forms()).suggest(filters.words(), expression);
        });
  }

  @Override
  public List<Completion> complete(String beginning, Set<FieldName> of, int most) {
    return ask(view -> completer.complete(view.reader(), beginning, of, most));
  }

  @Override
  public String meant(String name) {
    return ask(view -> view.labels().meant(name));
  }

  @Override
  public Optional<ScoreExplanation> explain(Filters filters, String id) {
    return ask(view -> ById.explain(view, filters, id, Instant.now()));
  }

  @Override
  public Marker marker(Filters filters, String language) {
    ArticleLanguage known = ArticleLanguage.of(language);
    return ask(
        view ->
            new TextMarker(MarkQueries.of(view.expression(filters), known, view.forms()), known));
  }

  @Override
  public List<String> among(Filters filters, Collection<String> ids) {
    return ask(
        view -> {
          DocSet found =
              view.find(filters)
                  .all()
                  .and(DocSet.of(view.searcher(), FacetQueries.anyOf(Fields.ID, ids)));
          return ById.ids(view.reader(), found);
        });
  }

  @Override
  public Map<String, Integer> revisions(Collection<String> ids) {
    return ask(
        view -> {
          Map<String, Integer> revisions = new HashMap<>();
          for (String id : new ArrayList<>(ids)) {
            ById.state(view.reader(), id).ifPresent(state -> revisions.put(id, state.revision()));
          }
          return revisions;
        });
  }

  @Override
  public Map<String, Instant> moments(Collection<String> ids) {
    return ask(
        view -> {
          Map<String, Instant> moments = new HashMap<>();
          for (String id : ids) {
            ById.sortedAt(view.reader(), id).ifPresent(moment -> moments.put(id, moment));
          }
          return moments;
        });
  }

  Optional<IndexedState> state(String id) {
    return ask(view -> ById.state(view.reader(), id));
  }

  @Override
  public int size() {
    return ask(view -> view.reader().numDocs());
  }

  @Override
  public void close() throws IOException {
    frontPage.close();
    manager.close();
    searchers.close();
  }
}
