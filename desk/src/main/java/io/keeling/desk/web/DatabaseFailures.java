package io.keeling.desk.web;

import io.keeling.runtime.failure.Causes;
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
      return Optional.of(Failure.of(503, "schema-missing"));
    }
    if (NO_CHARACTER.equals(state)) {
      return Optional.of(Failure.of(400, "no-character"));
    }
    if (CANCELLED.equals(state)) {
      return Optional.of(Failure.of(503, "too-long"));
    }
    if (state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("28")) {
      return Optional.of(Failure.of(503, "away"));
    }
    return Optional.empty();
  }
}
