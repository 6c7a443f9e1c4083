package io.keeling.sink.config;

import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Says that an operator has to act before the sink can run; the message says how, in one line. */
public final class MisconfiguredException extends RuntimeException {

  private static final String LOGIN =
      " Check database.url, user and passwordFile, and the user's rights; docs/security.md"
          + " shows how.";

  private MisconfiguredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * @param database the database, as the message names it
   */
  public static MisconfiguredException ofDatabase(
      Object database, DatabaseFailure failure, @Nullable Throwable cause) {
    String line = "%s cannot be used: %s.".formatted(database, failure.message());
    return new MisconfiguredException(failure.kind() == Kind.UNFIT ? line : line + LOGIN, cause);
  }
}
