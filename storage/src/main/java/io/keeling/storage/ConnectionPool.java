package io.keeling.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Creates connections from a {@link DatabaseConfig}. Pools connect at their first use, so they may
 * be created before the database exists; broken connections are replaced.
 */
public final class ConnectionPool {

  /**
   * How much longer the driver waits for a statement than the server allows, so that the server's
   * own answer can arrive.
   */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * Longest time for checking that a connection still works. Short, because a reader waits for it.
   */
  private static final Duration VALIDATION = Duration.ofSeconds(2);

  /**
   * Settings for readers: queries are planned for their actual values, because the best plan
   * differs from query to query. They are not compiled (JIT), because no query takes long.
   */
  private static final String READING = "SET plan_cache_mode = force_custom_plan; SET jit = off; ";

  private ConnectionPool() {}

  /**
   * A pool of one connection, for one writing thread.
   *
   * @throws IllegalArgumentException if the file with the password cannot be read
   */
  public static HikariDataSource forWriting(DatabaseConfig database) {
    Duration limit = database.statementTimeout();
    HikariConfig pool = pool("keeling-sink", database, database.connectTimeout(), limit);
    pool.setMaximumPoolSize(1);
    // If the sink stops within a transaction, its locks must be released.
    pool.setConnectionInitSql(
        limit(limit) + "SET idle_in_transaction_session_timeout = " + limit.toMillis());
    return new HikariDataSource(pool);
  }

  /**
   * A pool of connections that are read-only, unless a transaction says that it writes.
   *
   * @param wait longest wait of a reader for a connection
   * @param limit longest time of a statement
   * @param metrics receives the pool's metrics
   * @throws IllegalArgumentException if the file with the password cannot be read
   */
  public static HikariDataSource forReading(
      DatabaseConfig database,
      int connections,
      Duration wait,
      Duration limit,
      MetricsTrackerFactory metrics) {
    HikariConfig pool = pool("keeling-desk", database, wait, limit);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setValidationTimeout(Math.min(wait.toMillis(), VALIDATION.toMillis()));
    pool.setReadOnly(true);
    pool.setConnectionInitSql(READING + limit(limit));
    pool.setMetricsTrackerFactory(metrics);
    return new HikariDataSource(pool);
  }

  private static HikariConfig pool(
      String name, DatabaseConfig database, Duration wait, Duration limit) {
    PGSimpleDataSource source = single(database, wait);
    source.setApplicationName(name);
    // Without this limit, readers would wait for ever for a server that vanishes or hangs.
    if (source.getSocketTimeout() == 0) {
      source.setSocketTimeout(seconds(limit.plus(GRACE)));
    }
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDataSource(source);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(wait.toMillis());
    pool.setValidationTimeout(wait.toMillis());
    return pool;
  }

  private static String limit(Duration limit) {
    return "SET statement_timeout = " + limit.toMillis() + "; ";
  }

  /**
   * Connections for migrations, without a pool and without a time limit for statements. A server
   * that accepts a connection but stays silent is treated like one that accepts none.
   */
  static PGSimpleDataSource single(DatabaseConfig database) {
    return single(database, database.connectTimeout());
  }

  private static PGSimpleDataSource single(DatabaseConfig database, Duration wait) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.readPassword());
    source.setApplicationName("keeling");
    source.setConnectTimeout(seconds(wait));
    source.setLoginTimeout(seconds(wait));
    source.setTcpKeepAlive(true);
    return source;
  }

  private static int seconds(Duration time) {
    return Math.toIntExact(Math.max(1, time.toSeconds()));
  }
}
