package io.keeling.storage;

import io.keeling.runtime.failure.Causes;
import io.keeling.storage.DatabaseFailure.Kind;
import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Classifies failures of the database by their SQLSTATE (PostgreSQL manual, appendix A). */
public final class SqlFailures {

  /** A statement exceeded its time limit or was cancelled. */
  private static final String CANCELLED = "57014";

  /** A text has NUL, or is not in the server's encoding. */
  private static final String CHARACTER = "22021";

  private static final String RIGHT = "42501";

  private static final Set<String> SCHEMA = Set.of("42P01", "42883");

  /** No connection, disk or memory left, or the server is starting or stopping. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  /** An unfit value, a violated constraint, a limit of the server. */
  private static final Set<String> DATA = Set.of("22", "23", "54");

  /** A refused user or password, an unknown database. */
  private static final Set<String> LOGIN = Set.of("28", "3D");

  /**
   * A missing feature or setting, an unknown schema, a statement that does not match the tables.
   */
  private static final Set<String> UNFIT = Set.of("0A", "3F", "42", "F0");

  /**
   * The driver's SQLSTATE for a failed connection: usually an outage, unless the certificate is
   * untrusted or another host's.
   */
  private static final String NO_CONNECTION = "08006";

  /** Part of the driver's message, in any language, if the certificate is another host's. */
  private static final String HOSTNAME_VERIFIER = "HostnameVerifier";

  /**
   * The driver's SQLSTATE for a login that is not possible: the server does not offer the required
   * TLS, or needs a password that was not given.
   */
  static final String REJECTED = "08004";

  /** Part of the driver's message, in any language, if TLS failed. */
  private static final String TLS = "SSL";

  private SqlFailures() {}

  /**
   * Classifies an exception by the driver's SQLSTATE, not by that of the connection pool around it.
   * A failure of Flyway that the database did not cause is {@link Kind#UNFIT}: the scripts do not
   * match the migrations that were applied.
   */
  public static DatabaseFailure of(Throwable thrown) {
    SQLException decisive = decisive(thrown);
    if (decisive != null) {
      return isUntrusted(decisive)
          ? new DatabaseFailure(Kind.TLS, "no TLS with the database: " + message(decisive))
          : of(decisive.getSQLState(), message(decisive));
    }
    String message = oneLine(String.valueOf(thrown.getMessage()));
    return new DatabaseFailure(withoutState(thrown), message);
  }

  private static Kind withoutState(Throwable thrown) {
    // A pool that has no free connection throws an exception without a SQLSTATE.
    if (Causes.of(thrown).stream().anyMatch(cause -> cause instanceof SQLException)) {
      return Kind.AWAY;
    }
    return thrown instanceof FlywayException ? Kind.UNFIT : Kind.OTHER;
  }

  static @Nullable SQLException decisive(Throwable thrown) {
    @Nullable SQLException decisive = null;
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        decisive = sql;
      }
    }
    return decisive;
  }

  /** Whether the connection failed because the server's identity is not trusted. */
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

  private static DatabaseFailure of(String state, String message) {
    return new DatabaseFailure(kind(state), message + " (SQLSTATE " + state + ")");
  }

  private static Kind kind(String state) {
    switch (state) {
      case CANCELLED:
        return Kind.CANCELLED;
      case CHARACTER:
        return Kind.CHARACTER;
      case RIGHT:
        return Kind.RIGHT;
      case REJECTED:
        return Kind.LOGIN;
      default:
        break;
    }
    if (SCHEMA.contains(state)) {
      return Kind.SCHEMA;
    }
    String group = state.length() < 2 ? state : state.substring(0, 2);
    if (AWAY.contains(group)) {
      return Kind.AWAY;
    }
    if (DATA.contains(group)) {
      return Kind.DATA;
    }
    if (LOGIN.contains(group)) {
      return Kind.LOGIN;
    }
    return UNFIT.contains(group) ? Kind.UNFIT : Kind.OTHER;
  }

  /**
   * The server's message without its detail, which quotes content. Messages of data exceptions
   * (class 22) may also quote content, so they are replaced.
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

  /** Whether the connection failed (class 08). */
  private static boolean isConnection(SQLException thrown) {
    return thrown.getSQLState().startsWith("08") && thrown.getCause() != null;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\s]+", " ").strip().replaceFirst("\\.$", "");
  }
}
