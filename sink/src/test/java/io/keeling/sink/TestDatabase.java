package io.keeling.sink;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.sink.config.DatabaseConfig;
import io.keeling.sink.config.SinkConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own, asked in SQL. Threads may share it. */
public final class TestDatabase {

  private final String url;

  public TestDatabase(String url) {
    this.url = url.replaceFirst("\\?.*", "");
  }

  public DatabaseConfig config() {
    return config(Duration.ofSeconds(5));
  }

  private DatabaseConfig config(Duration statementTimeout) {
    return new DatabaseConfig(
        url, EmbeddedDatabase.USER, null, null, Duration.ofSeconds(1), statementTimeout);
  }

  /** Short waits, and batches of a few records, so that tests see several. */
  public SinkConfig sinkConfig() {
    return sinkConfig(config(), ProgressLimits.defaults());
  }

  /** The same, with another limit for a statement. */
  public SinkConfig sinkConfig(Duration statementTimeout) {
    return sinkConfig(config(statementTimeout), ProgressLimits.defaults());
  }

  /** The same, with other limits for its progress, too. */
  public SinkConfig sinkConfig(Duration statementTimeout, ProgressLimits progress) {
    return sinkConfig(config(statementTimeout), progress);
  }

  private static SinkConfig sinkConfig(DatabaseConfig config, ProgressLimits progress) {
    return new SinkConfig(
        config,
        10,
        1 << 20,
        Duration.ofMillis(50),
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofSeconds(8),
        progress);
  }

  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(EmbeddedDatabase.USER);
    return source;
  }

  /** The rows of a query, each as its columns' text with a bar between. */
  public List<String> rows(String sql, Object... parameters) {
    try (Connection connection = dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> result = new ArrayList<>();
        while (rows.next()) {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getString(i));
          }
          result.add(String.join("|", columns));
        }
        return result;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
