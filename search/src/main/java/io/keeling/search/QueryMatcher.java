package io.keeling.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Tells which of many searches an article is of, as it comes: those by which a {@link SearchIndex}
 * would find it. For one thread. {@code QueryMatcherContractTest} says what every implementation
 * must answer.
 */
public interface QueryMatcher extends AutoCloseable {

  /**
   * From now on these searches are looked for and no others.
   *
   * @param searches what they find, by id; of one id always the same
   * @throws IOException if some cannot be looked for; the same again mends it
   */
  void watch(Map<String, Filters> searches) throws IOException;

  /**
   * Asks again what names are called, and adds those searches again that now mean other names.
   *
   * @throws IOException if some cannot be looked for; the next time does it again
   */
  void learn() throws IOException;

  /**
   * Makes ready for articles of a language, before the first of it comes.
   *
   * @param language as articles have it, ISO 639-1
   * @throws IOException if some searches cannot be looked for
   */
  void prepare(String language) throws IOException;

  /**
   * The searches that an article is of.
   *
   * @param corrected whether another wording of it was read before
   * @throws IllegalArgumentException if it cannot take the article
   * @throws IOException if it cannot look
   */
  Set<String> matches(EnrichedArticle article, boolean corrected) throws IOException;

  @Override
  void close() throws IOException;
}
