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

/**
 * What the desk finds articles with: a materialised view of {@code keeling.enriched}, of which
 * another program could be the keeper. Threads may share it. {@code SearchIndexContractTest} says
 * what every implementation must answer.
 *
 * <p>Every question takes {@link Filters}, whose words are a query in the language of {@link
 * io.keeling.search.language.ExpressionParser}. Whoever asks has had it parsed before, so that an
 * implementation may throw {@link IllegalArgumentException} for words that are not understood.
 */
public interface SearchIndex {

  /**
   * The articles of one page, in order, and how many there are on all pages.
   *
   * @param request which page of what
   */
  Hits search(SearchRequest request);

  /**
   * Begins a walk over the articles of all pages, in order.
   *
   * @param request of what; its limit has no effect
   */
  Scan scan(SearchRequest request);

  /**
   * Counts the values of every facet, each as if nothing of it had been chosen.
   *
   * @param most values of each facet, most frequent first
   */
  Map<Facet, FacetValues> facets(Filters filters, int most);

  /**
   * Counts the values of every facet among the articles that filters find, those of facets of which
   * something is chosen as well: what stands together with what is chosen.
   *
   * @param most values of each facet, most frequent first
   */
  Map<Facet, FacetValues> together(Filters filters, int most);

  /**
   * How many of the articles that filters find have each of some values of a facet; values that
   * none has are left out.
   *
   * @param values no more than a few hundred, as they stand in a query
   */
  Map<String, Integer> counts(Filters filters, Facet facet, Collection<String> values);

  /**
   * The stories that most of the articles tell that filters find: of each the first telling, those
   * told most first. A story with a single telling does not count here.
   */
  List<Hit> mostTold(Filters filters, int most);

  /**
   * The articles of some stories that filters find, newest first, by story.
   *
   * @param stories ids of stories, no more than a few hundred
   * @param most of each story
   */
  Map<String, List<String>> tellings(Filters filters, Collection<String> stories, int most);

  /**
   * How many articles were published on each day (UTC) that has any; what has no date counts as of
   * the day it was first seen, unless the filters leave it out.
   */
  SortedMap<LocalDate, Integer> days(Filters filters);

  /**
   * The words of a query as somebody may have meant them, where one of them is in no article; never
   * used unless somebody asks for it.
   */
  Optional<String> suggest(Filters filters);

  /**
   * What can be meant by the beginning of a name, a topic, an outlet, a country, an author or
   * another value with a name, most frequent first. Other names of the same thing begin it, too.
   *
   * @param beginning of a word of the name, in any case
   * @param of which fields' values are wanted; fields whose values have no names have none
   */
  List<Completion> complete(String beginning, Set<FieldName> of, int most);

  /** The label of a name, see {@link NameLabels}; {@code name:} looks for it. */
  String meant(String name);

  /** Why an article has its place; empty if the filters do not find it. */
  Optional<ScoreExplanation> explain(Filters filters, String id);

  /**
   * Where a text has what a query looks for.
   *
   * @param language of the text, ISO 639-1
   */
  Marker marker(Filters filters, String language);

  /**
   * Of some articles, those that the filters find.
   *
   * @param ids no more than a few thousand
   */
  List<String> among(Filters filters, Collection<String> ids);

  /**
   * The revision that the index holds of each of some articles; those it does not hold are left
   * out.
   */
  Map<String, Integer> revisions(Collection<String> ids);

  /**
   * When each of some articles was published, or else first seen; those it does not hold are left
   * out.
   *
   * @param ids no more than a few thousand
   */
  Map<String, Instant> moments(Collection<String> ids);

  int size();
}
