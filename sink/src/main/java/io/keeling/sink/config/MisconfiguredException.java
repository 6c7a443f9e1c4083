package io.keeling.sink.config;

import org.jspecify.annotations.Nullable;

/**
 * An operator has to mend something before the sink can run; the message says what, in one line.
 */
public final class MisconfiguredException extends RuntimeException {

  private MisconfiguredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * The failure of a database that refuses.
   *
   * @param database how the line names it
   * @param why in the database's words, without a full stop
   */
  public static MisconfiguredException ofDatabase(
      Object database, String why, @Nullable Throwable cause) {
    return new MisconfiguredException(
        "%s cannot be used: %s. Look at database.url, user and passwordFile, and at the user's rights; docs/security.md shows how."
            .formatted(database, why),
        cause);
  }
}
