package io.keeling.desk.collection;

import io.keeling.desk.collection.store.ChangeOutcome;
import io.keeling.desk.web.Failure;

/** The failures of requests for a collection. */
final class CollectionAnswers {

  static final Failure UNKNOWN = Failure.of(404, "collection-unknown");
  static final Failure NAME = Failure.of(400, "collection-name");
  static final Failure NOTE = Failure.of(400, "collection-note");

  private CollectionAnswers() {}

  /** Why it was not changed. */
  static Failure of(ChangeOutcome refused) {
    if (refused instanceof ChangeOutcome.NoArticle) {
      return Failure.ARTICLE_UNKNOWN;
    }
    if (refused instanceof ChangeOutcome.NameTaken) {
      return Failure.of(409, "collection-named");
    }
    if (refused instanceof ChangeOutcome.TooMany) {
      return Failure.of(409, "collections-full");
    }
    return refused instanceof ChangeOutcome.Full ? Failure.of(409, "collection-full") : UNKNOWN;
  }
}
