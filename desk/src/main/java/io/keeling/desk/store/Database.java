package io.keeling.desk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.keeling.desk.config.DeskConfig;
import io.keeling.runtime.config.Passwords;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Kind;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.SqlFailures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A bounded pool of connections, which only read but for {@link #change}. Threads may share it.
 *
 * <p>It may be made before the database is there: each request finds out for itself, and as soon as
 * the database answers again, so do the requests.
 */
public final class Database implements AutoCloseable {

  /** Plans are made for the values at hand: the best one differs from query to query. */
  private static final String PLANS = "SET plan_cache_mode = force_custom_plan";

  /** A server is silent for no longer than a statement may take, but for what the network adds. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
  }

  /**
   * Makes a pool, without waiting for the database.
   *
   * @throws IllegalArgumentException if the password file cannot be read
   */
  public static Database open(DeskConfig.Database config, MeterRegistry meters) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("keeling-desk");
    hikari.setJdbcUrl(config.url());
    hikari.setUsername(config.user());
    hikari.setPassword(Passwords.read(config.password(), config.passwordFile()));
    hikari.setMaximumPoolSize(config.poolSize());
    hikari.setMinimumIdle(1);
    hikari.setConnectionTimeout(config.connectTimeout().toMillis());
    hikari.setValidationTimeout(Math.min(config.connectTimeout().toMillis(), 2_000));
    hikari.setInitializationFailTimeout(-1);
    hikari.setReadOnly(true);
    hikari.setConnectionInitSql(
        PLANS + "; SET jit = off; SET statement_timeout = " + config.statementTimeout().toMillis());
    // As text: what is no text is no property to the driver, and it says nothing.
    hikari.addDataSourceProperty("ApplicationName", "keeling-desk");
    hikari.addDataSourceProperty("connectTimeout", seconds(config.connectTimeout().plusSeconds(1)));
    // A server that has gone without a word is given up a little after the slowest answer.
    hikari.addDataSourceProperty("socketTimeout", seconds(config.statementTimeout().plus(SILENCE)));
    hikari.addDataSourceProperty("tcpKeepAlive", "true");
    hikari.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return new Database(new HikariDataSource(hikari));
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
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
