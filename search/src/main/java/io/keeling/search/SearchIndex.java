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
 * The index with which the desk finds articles: a materialised view of {@code keeling.enriched},
 * which another program could keep. Threads may share it. {@code SearchIndexContractTest} states
 * what every implementation must answer.
 *
 * <p>Every question takes {@link Filters}, whose words are a query in the language of {@link
 * io.keeling.search.language.ExpressionParser}. Callers have parsed it before, so an implementation
 * may throw {@link IllegalArgumentException} for words that are not understood.
 */
public interface SearchIndex {

  /**
   * The articles of one page, in order, and how many all pages have.
   *
   * @param request which page of which result
   */
  Hits search(SearchRequest request);

  /**
   * Begins a walk over the articles of all pages, in order.
   *
   * @param request which result; its limit has no effect
   */
  Scan scan(SearchRequest request);

  /**
   * Counts the values of every facet, each as if none of its own values were selected.
   *
   * @param most maximum number of values per facet, most frequent first
   */
  Map<Facet, FacetValues> facets(Filters filters, int most);

  /**
   * Counts the values of every facet among the articles that the filters find, including facets
   * with selected values: what occurs together with these.
   *
   * @param most maximum number of values per facet, most frequent first
   */
  Map<Facet, FacetValues> together(Filters filters, int most);

  /**
   * How many of the articles that the filters find have each of these values of a facet. Values
   * that no article has are left out.
   *
   * @param values no more than a few hundred, as written in a query
   */
  Map<String, Integer> counts(Filters filters, Facet facet, Collection<String> values);

  /**
   * The stories with the most articles among those that the filters find. Each is represented by
   * its first article; the story with the most articles comes first. A story with a single article
   * does not count here.
   */
  List<Hit> mostTold(Filters filters, int most);

  /**
   * The articles of these stories that the filters find, newest first, by story.
   *
   * @param stories ids of stories, no more than a few hundred
   * @param most maximum number of articles per story
   */
  Map<String, List<String>> tellings(Filters filters, Collection<String> stories, int most);

  /**
   * How many articles were published on each day (UTC) that has any; an article without a date
   * counts on the day it was first seen, unless the filters exclude it.
   */
  SortedMap<LocalDate, Integer> days(Filters filters);

  /**
   * Suggests a spelling for a query with a word that is in no article. The suggestion is never used
   * unless somebody asks for it.
   */
  Optional<String> suggest(Filters filters);

  /**
   * The values with a name that begins with some letters: names, topics, outlets, countries,
   * authors and others, most frequent first. Other names of a value count, too.
   *
   * @param beginning of a word of the name, in any case
   * @param of the fields whose values are wanted; a field whose values have no names yields nothing
   */
  List<Completion> complete(String beginning, Set<FieldName> of, int most);

  /** The usual form of a name, see {@link NameLabels}; {@code name:} searches for it. */
  String meant(String name);

  /** Explains an article's position in the result; empty if the filters do not find it. */
  Optional<ScoreExplanation> explain(Filters filters, String id);

  /**
   * A marker of the query's matches in texts.
   *
   * @param language of the text, ISO 639-1
   */
  Marker marker(Filters filters, String language);

  /**
   * Returns which of these articles the filters find.
   *
   * @param ids no more than a few thousand
   */
  List<String> among(Filters filters, Collection<String> ids);

  /**
   * The revision of each of these articles in the index; articles not in the index are left out.
   */
  Map<String, Integer> revisions(Collection<String> ids);

  /**
   * When each of these articles was published, or else first seen; articles not in the index are
   * left out.
   *
   * @param ids no more than a few thousand
   */
  Map<String, Instant> moments(Collection<String> ids);

  int size();
}
