package io.keeling.feeds.web;

import io.keeling.contract.failure.Causes;
import java.sql.SQLException;
import java.util.Optional;

/** Tells what a database's refusal means to a reader. Stateless; threads may share it. */
final class DatabaseFailures {

  private static final String TABLE_UNKNOWN = "42P01";
  private static final String FUNCTION_UNKNOWN = "42883";
  private static final String CANCELLED = "57014";

  /** NUL in an id or name; there is no article of such a one. */
  private static final String NO_CHARACTER = "22021";

  private DatabaseFailures() {}

  /** The failure behind an exception, or nothing where the exception is a bug of ours. */
  static Optional<Failure> of(Throwable thrown) {
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof SQLException refusal) {
        return of(refusal.getSQLState());
      }
    }
    return Optional.empty();
  }

  private static Optional<Failure> of(String state) {
    if (TABLE_UNKNOWN.equals(state) || FUNCTION_UNKNOWN.equals(state)) {
      return Optional.of(
          Failure.away("The schema is not there yet: the desk opens when the sink has started."));
    }
    if (NO_CHARACTER.equals(state)) {
      return Optional.of(
          new Failure(
              400,
              "That query does not work",
              "It holds a character that no text can have (NUL).",
              null));
    }
    if (CANCELLED.equals(state)) {
      return Optional.of(
          new Failure(
              503,
              "That took too long",
              "This search took longer than it may. A narrower range of dates or one more filter"
                  + " makes it quicker.",
              null));
    }
    if (state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("28")) {
      return Optional.of(
          Failure.away(
              "The database does not answer. Nothing is lost: the desk opens by itself when it is"
                  + " back."));
    }
    return Optional.empty();
  }
}
