package io.keeling.sink;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.EmptyDatabase;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** A database of a test's own, with settings of a sink for it. Threads may share it. */
public final class TestDatabase {

  private final EmptyDatabase database;

  public TestDatabase(String url) {
    database = new EmptyDatabase(url);
  }

  public DatabaseConfig config() {
    return config(Duration.ofSeconds(5));
  }

  /** With another limit for a statement. */
  public DatabaseConfig config(Duration statementTimeout) {
    return new DatabaseConfig(
        database.url(), EmbeddedDatabase.USER, null, null, Duration.ofSeconds(1), statementTimeout);
  }

  /** Short waits, and batches of a few records, so that tests see several. */
  public static SinkConfig sinkConfig() {
    return sinkConfig(ProgressLimits.defaults());
  }

  /** The same, with other limits for its progress. */
  public static SinkConfig sinkConfig(ProgressLimits progress) {
    return new SinkConfig(
        10,
        1 << 20,
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofSeconds(8),
        progress);
  }

  public DataSource dataSource() {
    return database.dataSource();
  }

  /** The rows of a query, each as its columns' text with a bar between. */
  public List<String> rows(String sql, Object... parameters) {
    return database.rows(sql, parameters);
  }

  public void execute(String sql) {
    database.execute(sql);
  }
}
