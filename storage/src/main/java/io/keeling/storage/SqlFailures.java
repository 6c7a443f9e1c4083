package io.keeling.storage;

import io.keeling.runtime.failure.Causes;
import io.keeling.storage.StoreFailure.Misconfigured;
import io.keeling.storage.StoreFailure.Poison;
import io.keeling.storage.StoreFailure.Transient;
import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Sorts the database's errors by their SQLSTATE (PostgreSQL manual, appendix A). Stateless; threads
 * may share it.
 */
public final class SqlFailures {

  /** Data that does not fit, a violated constraint, a limit of the server. */
  private static final Set<String> POISON = Set.of("22", "23", "54");

  /**
   * Wrong password, unknown database or schema, missing permission or table, a feature or setting
   * the server does not have.
   */
  private static final Set<String> MISCONFIGURED = Set.of("0A", "28", "3D", "3F", "42", "F0");

  /**
   * The driver's state for a connection that cannot be made. Most are outages; a certificate that
   * is not trusted, or of another host, is none.
   */
  private static final String NO_CONNECTION = "08006";

  /** What the driver names, in any language, when the certificate is another host's. */
  private static final String HOSTNAME_VERIFIER = "HostnameVerifier";

  /**
   * The driver's state for a server that it cannot log in to: one that does not offer TLS where it
   * is asked for, or wants a password that was not given.
   */
  static final String REJECTED = "08004";

  /** What the driver names, in any language, when that is about TLS. */
  private static final String TLS = "SSL";

  private SqlFailures() {}

  /**
   * What kind of failure an exception stands for. The driver's own SQLSTATE decides, before that of
   * a pool around it; what is not known to be poison or misconfigured counts as transient, because
   * waiting loses nothing. A migration that fails without the database is misconfigured: the
   * scripts do not match what was applied.
   */
  public static StoreFailure of(Throwable thrown) {
    SQLException decisive = decisive(thrown);
    if (decisive != null) {
      if (isUntrusted(decisive)) {
        return new Misconfigured("no TLS with the database: " + message(decisive));
      }
      return of(decisive.getSQLState(), message(decisive));
    }
    String message = oneLine(String.valueOf(thrown.getMessage()));
    return thrown instanceof FlywayException ? new Misconfigured(message) : new Transient(message);
  }

  /** The deepest exception with a state; null if there is none. */
  static @Nullable SQLException decisive(Throwable thrown) {
    @Nullable SQLException decisive = null;
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        decisive = sql;
      }
    }
    return decisive;
  }

  /** Whether no connection can be made because of who the server says it is. */
  static boolean isUntrusted(SQLException thrown) {
    if (REJECTED.equals(thrown.getSQLState())) {
      return String.valueOf(thrown.getMessage()).contains(TLS);
    }
    if (!NO_CONNECTION.equals(thrown.getSQLState())) {
      return false;
    }
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof GeneralSecurityException || cause instanceof FileNotFoundException) {
        return true;
      }
    }
    return thrown.getCause() == null
        && String.valueOf(thrown.getMessage()).contains(HOSTNAME_VERIFIER);
  }

  static StoreFailure of(String state, String message) {
    String kind = state.length() < 2 ? state : state.substring(0, 2);
    String line = message + " (SQLSTATE " + state + ")";
    if (POISON.contains(kind)) {
      return new Poison(line);
    }
    return MISCONFIGURED.contains(kind) || REJECTED.equals(state)
        ? new Misconfigured(line)
        : new Transient(line);
  }

  /**
   * The server's words without its detail, which quotes content. The message of data exceptions
   * (class 22) may quote content as well and is left out.
   */
  private static String message(SQLException thrown) {
    if (thrown.getSQLState().startsWith("22")) {
      return "PostgreSQL refuses a value";
    }
    if (thrown instanceof PSQLException postgres) {
      ServerErrorMessage error = postgres.getServerErrorMessage();
      if (error != null && error.getMessage() != null) {
        return oneLine(error.getMessage());
      }
    }
    String line = oneLine(String.valueOf(thrown.getMessage()));
    return isConnection(thrown)
        ? ConnectionFailures.cause(thrown).map(cause -> line + ": " + cause).orElse(line)
        : line;
  }

  /** Whether it is about a connection that cannot be made (class 08). */
  private static boolean isConnection(SQLException thrown) {
    return thrown.getSQLState().startsWith("08") && thrown.getCause() != null;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\s]+", " ").strip().replaceFirst("\\.$", "");
  }
}
