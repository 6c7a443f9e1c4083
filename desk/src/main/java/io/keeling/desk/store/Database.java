package io.keeling.desk.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.storage.ConnectionPool;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Kind;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.SqlFailures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A bounded pool of connections, which only read but for {@link #change}. Threads may share it.
 *
 * <p>A row becomes a record by {@code mapTo}: each part is the column of its name.
 *
 * <p>It may be made before the database is there: each request finds out for itself, and as soon as
 * the database answers again, so do the requests.
 */
public final class Database implements AutoCloseable {

  /** Connections, each of which serves one request: enough for some hundred queries a second. */
  public static final int CONNECTIONS = 8;

  /** How long a request waits for a connection before it says that the database is away. */
  private static final Duration WAIT = Duration.ofSeconds(3);

  /** How long a query may take: no editor waits any longer. */
  private static final Duration QUERY = Duration.ofSeconds(5);

  private static final RowMapperFactory RECORDS =
      (type, config) ->
          type instanceof Class<?> named && named.isRecord()
              ? Optional.of(ConstructorMapper.of(named))
              : Optional.empty();

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    jdbi.registerRowMapper(RECORDS);
    // What a later release may have written gives the least.
    jdbi.registerColumnMapper(
        Role.class,
        (row, column, context) -> Role.ofAccount(row.getString(column)).orElse(Role.READER));
    jdbi.registerColumnMapper(
        Scope.class, (row, column, context) -> Scope.of(row.getString(column)).orElse(Scope.READ));
  }

  /**
   * Makes a pool, without waiting for the database.
   *
   * @throws IllegalArgumentException if the password file cannot be read
   */
  public static Database open(DatabaseConfig config, MeterRegistry meters) {
    return open(config, CONNECTIONS, QUERY, meters);
  }

  /** The same with another number of connections, and more or less time for a query. */
  static Database open(
      DatabaseConfig config, int connections, Duration query, MeterRegistry meters) {
    return new Database(
        ConnectionPool.forReading(
            config,
            connections,
            shorter(WAIT, config.connectTimeout()),
            shorter(query, config.statementTimeout()),
            new MicrometerMetricsTrackerFactory(meters)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Asks it.
   *
   * @throws JdbiException if it does not answer, or refuses
   */
  public <T> T read(HandleCallback<T, RuntimeException> question) {
    return jdbi.withHandle(question);
  }

  /**
   * Changes it in one transaction, which ends with the callback.
   *
   * @throws JdbiException if it does not answer, or refuses
   */
  public <T> T change(HandleCallback<T, RuntimeException> change) {
    return jdbi.withHandle(
        handle -> {
          // The pool puts it back.
          handle.setReadOnly(false);
          return handle.inTransaction(
              transaction -> {
                // The desk's user may have another default, and the server may not wait for the
                // disk.
                transaction.execute(
                    "SET TRANSACTION READ WRITE; SET LOCAL synchronous_commit = on");
                return change.withHandle(transaction);
              });
        });
  }

  /** Whether it has a connection, open or in use; asks nothing. */
  public boolean isConnected() {
    return pool.getHikariPoolMXBean().getTotalConnections() > 0;
  }

  /** Asks what keeps the desk from answering, one line each; empty if nothing does. */
  public List<String> problems() {
    try {
      boolean schema =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("SELECT to_regclass('article_topic') IS NOT NULL")
                      .mapTo(Boolean.class)
                      .one());
      return schema ? List.of() : List.of("the schema is not there yet: the sink creates it");
    } catch (JdbiException e) {
      DatabaseFailure failure = SqlFailures.of(e);
      return List.of(
          failure.remedy() == Remedy.MEND ? refusal(failure) : "the database does not answer");
    }
  }

  /**
   * Asks the database once whether it lets the desk in; a database that does not answer is waited
   * for later.
   *
   * @throws IllegalStateException if it refuses the user, or TLS with it fails, which only an
   *     operator can mend
   */
  public void requireNotRefused() {
    try {
      jdbi.useHandle(handle -> handle.execute("SELECT 1"));
    } catch (JdbiException e) {
      DatabaseFailure failure = SqlFailures.of(e);
      if (failure.remedy() == Remedy.MEND) {
        throw new IllegalStateException(
            refusal(failure)
                + ". Look at database.url, user and passwordFile; docs/security.md shows how.",
            e);
      }
    }
  }

  private static String refusal(DatabaseFailure failure) {
    return failure.kind() == Kind.TLS
        ? failure.message()
        : "the database refuses the desk: " + failure.message();
  }

  @Override
  public void close() {
    pool.close();
  }
}
