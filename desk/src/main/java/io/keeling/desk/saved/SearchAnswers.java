package io.keeling.desk.saved;

import io.keeling.desk.web.Failure;

/** What is told where a search cannot be saved or is not there. */
final class SearchAnswers {

  static final Failure UNKNOWN = Failure.of(404, "search-unknown");
  static final Failure NO_CHANNEL = Failure.of(404, "channel-unknown");
  static final Failure TESTS_OFTEN = Failure.of(429, "tests-often");

  private SearchAnswers() {}

  /** Why it was not saved. */
  static Failure of(SavedSearches.Outcome refused) {
    return refused instanceof SavedSearches.Outcome.NameTaken
        ? Failure.of(409, "search-named")
        : Failure.of(409, "searches-full");
  }
}
