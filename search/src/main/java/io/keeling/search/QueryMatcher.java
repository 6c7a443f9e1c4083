package io.keeling.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Tells which of many saved searches find an arriving article. They are the same searches by which
 * a {@link SearchIndex} would find it. For one thread. {@code QueryMatcherContractTest} states what
 * every implementation must answer.
 */
public interface QueryMatcher extends AutoCloseable {

  /**
   * Replaces the searches to match articles against.
   *
   * @param searches their filters by id; the filters of an id never change
   * @throws IOException if some searches cannot be matched; calling it again repairs that
   */
  void watch(Map<String, Filters> searches) throws IOException;

  /**
   * Reads the usual names again, and replaces the searches whose names have changed in meaning.
   *
   * @throws IOException if some searches cannot be matched; the next call tries again
   */
  void learn() throws IOException;

  /**
   * Prepares for articles of a language, before the first of them arrives.
   *
   * @param language as articles have it, ISO 639-1
   * @throws IOException if some searches cannot be matched
   */
  void prepare(String language) throws IOException;

  /**
   * The searches that find an article.
   *
   * @param corrected whether another wording of it was read before
   * @throws IllegalArgumentException if it cannot read the article
   * @throws IOException if the search fails
   */
  Set<String> matches(EnrichedArticle article, boolean corrected) throws IOException;

  @Override
  void close() throws IOException;
}
