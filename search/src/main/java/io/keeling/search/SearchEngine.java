package io.keeling.search;

/**
 * A program that finds articles, of which there may be several: opens its indexes, and makes
 * matchers of saved searches. Threads may share it.
 */
public interface SearchEngine {

  /** Where its indexes are kept. */
  IndexDirectory directory();

  /**
   * A new matcher, which whoever asks for it closes.
   *
   * @param labels what names are usually called, which may change as articles come
   */
  QueryMatcher matcher(NameLabels labels);
}
