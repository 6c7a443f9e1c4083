package io.keeling.search;

/**
 * A program that finds articles; there may be several. Opens its indexes and creates matchers of
 * saved searches. Threads may share it.
 */
public interface SearchEngine {

  /** The place where its indexes are kept. */
  IndexDirectory directory();

  /**
   * A new matcher, which the caller closes.
   *
   * @param labels the usual form of names, which may change as articles arrive
   */
  QueryMatcher matcher(NameLabels labels);
}
