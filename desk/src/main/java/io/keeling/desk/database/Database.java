package io.keeling.desk.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
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
import java.util.function.Function;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A bounded pool of connections, read-only except in {@link #change}. Threads may share it.
 *
 * <p>{@code mapTo} turns rows into records whose components are named like the columns.
 *
 * <p>It can be created before the database answers; requests fail until it does.
 */
public final class Database implements AutoCloseable {

  /**
   * Number of connections, each used by one request at a time. They serve several hundred queries a
   * second.
   */
  public static final int CONNECTIONS = 8;

  /** How long a request waits for a connection before it fails. */
  private static final Duration WAIT = Duration.ofSeconds(3);

  /** Query timeout: as long as an editor would wait. */
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
  }

  /**
   * Creates a pool, without waiting for the database.
   *
   * @throws IllegalArgumentException if the password file cannot be read
   */
  public static Database open(DatabaseConfig config, MeterRegistry meters) {
    return open(config, CONNECTIONS, QUERY, meters);
  }

  /** Opens a pool with another size and query timeout. */
  public static Database open(
      DatabaseConfig config, int connections, Duration query, MeterRegistry meters) {
    return new Database(
        ConnectionPool.forReading(
            config,
            connections,
            shorter(WAIT, config.connectTimeout()),
            shorter(query, config.statementTimeout()),
            new MicrometerMetricsTrackerFactory(meters)));
  }

  /** Adds a type whose values are stored as codes. */
  public <T> Database withCodes(Class<T> type, Function<String, T> reader) {
    jdbi.registerColumnMapper(type, (row, column, context) -> reader.apply(row.getString(column)));
    return this;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Runs queries.
   *
   * @throws JdbiException if the database does not answer, or refuses
   */
  public <T> T read(HandleCallback<T, RuntimeException> question) {
    return jdbi.withHandle(question);
  }

  /**
   * Runs one transaction, which the end of the callback commits.
   *
   * @throws JdbiException if the database does not answer, or refuses
   */
  public <T> T change(HandleCallback<T, RuntimeException> change) {
    return jdbi.withHandle(
        handle -> {
          // The pool makes the connection read-only again.
          handle.setReadOnly(false);
          return handle.inTransaction(
              transaction -> {
                // Overrides the defaults: the user may be read-only, and the server may confirm
                // commits before they are on disk.
                transaction.execute(
                    "SET TRANSACTION READ WRITE; SET LOCAL synchronous_commit = on");
                return change.withHandle(transaction);
              });
        });
  }

  /** Whether the pool has a connection, idle or in use; sends no query. */
  public boolean isConnected() {
    return pool.getHikariPoolMXBean().getTotalConnections() > 0;
  }

  /** Asks why the desk cannot answer, one line each; empty if it can. */
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
   * Asks the database once whether it accepts the desk. A database that does not answer is ignored.
   *
   * @throws IllegalStateException if it rejects the user or TLS, which only an operator can fix
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
