package io.keeling.feeds.collection;

import io.keeling.feeds.collection.store.Outcome;
import io.keeling.feeds.web.Failure;

/** What is told where a collection is not there or cannot be changed. Stateless. */
final class CollectionAnswers {

  static final Failure UNKNOWN = Failure.of(404, "collection-unknown");
  static final Failure NAME = Failure.of(400, "collection-name");
  static final Failure NOTE = Failure.of(400, "collection-note");

  private CollectionAnswers() {}

  /** Why it was not changed. */
  static Failure of(Outcome refused) {
    if (refused instanceof Outcome.NoArticle) {
      return Failure.ARTICLE_UNKNOWN;
    }
    if (refused instanceof Outcome.NameTaken) {
      return Failure.of(409, "collection-named");
    }
    if (refused instanceof Outcome.TooMany) {
      return Failure.of(409, "collections-full");
    }
    return refused instanceof Outcome.Full ? Failure.of(409, "collection-full") : UNKNOWN;
  }
}
