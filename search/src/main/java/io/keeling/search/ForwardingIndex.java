package io.keeling.search;

import io.keeling.search.Hits.Hit;
import io.keeling.search.language.FieldName;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** An index that passes every question on to another index. */
public abstract class ForwardingIndex implements SearchIndex {

  /** Asks the index that answers at present. */
  protected abstract <T> T ask(Function<SearchIndex, T> question);

  @Override
  public Hits search(SearchRequest request) {
    return ask(index -> index.search(request));
  }

  @Override
  public Scan scan(SearchRequest request) {
    return ask(index -> index.scan(request));
  }

  @Override
  public Map<Facet, FacetValues> facets(Filters filters, int most) {
    return ask(index -> index.facets(filters, most));
  }

  @Override
  public Map<Facet, FacetValues> together(Filters filters, int most) {
    return ask(index -> index.together(filters, most));
  }

  @Override
  public Map<String, Integer> counts(Filters filters, Facet facet, Collection<String> values) {
    return ask(index -> index.counts(filters, facet, values));
  }

  @Override
  public List<Hit> mostTold(Filters filters, int most) {
    return ask(index -> index.mostTold(filters, most));
  }

  @Override
  public Map<String, List<String>> tellings(Filters filters, Collection<String> stories, int most) {
    return ask(index -> index.tellings(filters, stories, most));
  }

  @Override
  public SortedMap<LocalDate, Integer> days(Filters filters) {
    return ask(index -> index.days(filters));
  }

  @Override
  public Optional<String> suggest(Filters filters) {
    return ask(index -> index.suggest(filters));
  }

  @Override
  public List<Completion> complete(String beginning, Set<FieldName> of, int most) {
    return ask(index -> index.complete(beginning, of, most));
  }

  @Override
  public String meant(String name) {
    return ask(index -> index.meant(name));
  }

  @Override
  public Optional<ScoreExplanation> explain(Filters filters, String id) {
    return ask(index -> index.explain(filters, id));
  }

  @Override
  public Marker marker(Filters filters, String language) {
    return ask(index -> index.marker(filters, language));
  }

  @Override
  public List<String> among(Filters filters, Collection<String> ids) {
    return ask(index -> index.among(filters, ids));
  }

  @Override
  public Map<String, Integer> revisions(Collection<String> ids) {
    return ask(index -> index.revisions(ids));
  }

  @Override
  public Map<String, Instant> moments(Collection<String> ids) {
    return ask(index -> index.moments(ids));
  }

  @Override
  public int size() {
    return ask(SearchIndex::size);
  }
}
