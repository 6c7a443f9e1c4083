package io.keeling.storage;

import io.keeling.runtime.failure.Causes;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Explains in one line why a database cannot be reached or used: its address, what is wrong and
 * what to do, without secrets.
 */
public final class ConnectionFailures {

  /** The driver's SQLSTATE for a failed connection. */
  private static final String UNABLE = "08001";

  /** The server is starting, stopping or recovering (PostgreSQL manual, appendix A). */
  private static final String CANNOT_CONNECT_NOW = "57P03";

  /** All connections are in use. */
  private static final String TOO_MANY_CONNECTIONS = "53300";

  private static final String UNKNOWN_DATABASE = "3D000";

  /** The class of states for a refused user or password. */
  private static final String USER = "28";

  private ConnectionFailures() {}

  public static String line(DatabaseConfig database, Throwable failure) {
    Place place = Place.of(database.url());
    String what = "PostgreSQL at " + place;
    SQLException decisive = SqlFailures.decisive(failure);
    String state = decisive == null ? "" : decisive.getSQLState();
    String said = SqlFailures.of(failure).message();
    if (decisive != null && SqlFailures.isUntrusted(decisive)) {
      return what + ": " + said + ". docs/security.md shows how to set TLS.";
    }
    if (state.startsWith(USER) || state.equals(SqlFailures.REJECTED)) {
      return "%s refuses the user %s: %s. Look at database.user, password and passwordFile."
          .formatted(what, database.user(), said);
    }
    return switch (state) {
      case UNKNOWN_DATABASE ->
          "%s has no database %s. Create it, or name another in database.url."
              .formatted(what, place.database());
      case CANNOT_CONNECT_NOW -> what + " is starting or stopping. Try again in a moment.";
      case TOO_MANY_CONNECTIONS ->
          what + " has no connection left. Raise its max_connections, or end those not needed.";
      default ->
          cause(failure)
              .map(
                  cause ->
                      "%s cannot be reached: %s. Start it, or set database.url; \"keeling up\" brings its own."
                          .formatted(what, cause))
              .orElse(what + ": " + said + ".");
    };
  }

  /** Returns why no connection can be made; empty if the failure has another reason. */
  static Optional<String> cause(Throwable failure) {
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof UnknownHostException) {
        return Optional.of("its name is not known to DNS");
      }
      if (cause instanceof SocketTimeoutException) {
        return Optional.of("it does not answer in time");
      }
      if (cause instanceof NoRouteToHostException) {
        return Optional.of("there is no route to it");
      }
      if (cause instanceof ConnectException) {
        return Optional.of("the connection is refused");
      }
    }
    // A failure without a cause means that the driver gave up waiting for the login (loginTimeout).
    SQLException decisive = SqlFailures.decisive(failure);
    return decisive != null && UNABLE.equals(decisive.getSQLState()) && decisive.getCause() == null
        ? Optional.of("it does not answer in time")
        : Optional.empty();
  }

  /**
   * The parts of an address.
   *
   * @param server host and port, or several of these
   */
  private record Place(String server, String database) {

    static Place of(String url) {
      Properties parsed = Driver.parseURL(url, new Properties());
      if (parsed == null) {
        return new Place("an address that cannot be read", "");
      }
      String[] hosts = PGProperty.PG_HOST.getOrDefault(parsed).split(",");
      String[] ports = PGProperty.PG_PORT.getOrDefault(parsed).split(",");
      StringBuilder server = new StringBuilder();
      for (int i = 0; i < hosts.length; i++) {
        server
            .append(i == 0 ? "" : ", ")
            .append(hosts[i])
            .append(':')
            .append(ports[Math.min(i, ports.length - 1)]);
      }
      return new Place(
          server.toString(), String.valueOf(PGProperty.PG_DBNAME.getOrDefault(parsed)));
    }

    @Override
    public String toString() {
      return server;
    }
  }
}
