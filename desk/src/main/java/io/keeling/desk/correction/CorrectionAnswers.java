package io.keeling.desk.correction;

import io.keeling.desk.web.Failure;

/** The failures of requests that correct a tag. */
final class CorrectionAnswers {

  private CorrectionAnswers() {}

  /** Why it was not done. */
  static Failure of(TagCorrections.Outcome refused) {
    return switch (refused) {
      case FULL -> Failure.of(409, "corrections-full");
      case UNKNOWN -> Failure.of(404, "correction-unknown");
      case AWAY -> Failure.of(503, "corrections-away");
      case DONE -> throw new IllegalArgumentException("it was done");
    };
  }
}
