package io.keeling.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections from a {@link DatabaseConfig}. Stateless; threads may share it. */
public final class ConnectionPool {

  /**
   * How much later than the server the driver gives a statement up. Chosen: time for the server's
   * own refusal to arrive.
   */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private ConnectionPool() {}

  /**
   * A pool of one connection, as one thread writes. It is opened when it is first asked for, and
   * replaced when it breaks.
   */
  public static HikariDataSource open(DatabaseConfig config) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("keeling-sink");
    hikari.setDataSource(impatient(config));
    hikari.setMaximumPoolSize(1);
    hikari.setInitializationFailTimeout(-1);
    hikari.setConnectionTimeout(config.connectTimeout().toMillis());
    hikari.setValidationTimeout(config.connectTimeout().toMillis());
    // A sink that is stopped within a transaction must not keep its locks from its successor.
    hikari.setConnectionInitSql(
        "SET statement_timeout = %1$d; SET idle_in_transaction_session_timeout = %1$d"
            .formatted(config.statementTimeout().toMillis()));
    return new HikariDataSource(hikari);
  }

  /**
   * Connections to a server that may go without a word, or stand still: one that says nothing for
   * longer than its own limit is given up, or the sink would wait for it for ever and say nothing.
   */
  private static DataSource impatient(DatabaseConfig config) {
    PGSimpleDataSource source = single(config);
    if (source.getSocketTimeout() == 0) {
      source.setSocketTimeout(Math.toIntExact(config.statementTimeout().plus(GRACE).toSeconds()));
    }
    return source;
  }

  /**
   * Connections without a pool and without a limit for statements: for migrations. A server that
   * takes a connection and says nothing is given up as one that takes none.
   */
  static PGSimpleDataSource single(DatabaseConfig config) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(config.url());
    source.setUser(config.user());
    source.setPassword(config.readPassword());
    source.setApplicationName("keeling-sink");
    int seconds = Math.toIntExact(Math.max(1, config.connectTimeout().toSeconds()));
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    source.setTcpKeepAlive(true);
    return source;
  }
}
