package io.keeling.desk.store;

import io.keeling.runtime.failure.Causes;
import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that refuses the desk, which an operator has to mend, from one that is away.
 * Stateless; threads may share it.
 */
final class DatabaseRefusals {

  /** Wrong password or user, no such database (PostgreSQL manual, appendix A). */
  private static final String USER = "28";

  private static final String UNKNOWN_DATABASE = "3D";

  /**
   * The driver's state for a server that it cannot log in to: one that does not offer TLS where it
   * is asked for, or wants a password that was not given.
   */
  private static final String REJECTED = "08004";

  /** What the driver names, in any language, when that is about TLS. */
  private static final String TLS = "SSL";

  /** What the driver names, in any language, when the certificate is another host's. */
  private static final String HOSTNAME_VERIFIER = "HostnameVerifier";

  private DatabaseRefusals() {}

  /** Why it refuses, in a line without secrets; empty if it does not, or does not answer. */
  static Optional<String> of(Throwable thrown) {
    // The pool's own exception repeats the state of the driver's, which lies deeper.
    @Nullable SQLException decisive = null;
    boolean untrusted = false;
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        decisive = refused;
      }
      untrusted |=
          cause instanceof GeneralSecurityException || cause instanceof FileNotFoundException;
    }
    return decisive == null ? Optional.empty() : of(decisive, untrusted);
  }

  private static Optional<String> of(SQLException decisive, boolean untrusted) {
    String state = decisive.getSQLState();
    String line = line(decisive);
    boolean noTls = state.equals(REJECTED) && line.contains(TLS);
    if (untrusted || noTls || line.contains(HOSTNAME_VERIFIER)) {
      return Optional.of("no TLS with the database: " + line);
    }
    boolean refused =
        state.startsWith(USER) || state.startsWith(UNKNOWN_DATABASE) || state.equals(REJECTED);
    return refused ? Optional.of("the database refuses the desk: " + line) : Optional.empty();
  }

  private static String line(Throwable thrown) {
    return String.valueOf(thrown.getMessage())
        .replaceAll("[\\p{Cc}\\s]+", " ")
        .strip()
        .replaceFirst("\\.$", "");
  }
}
