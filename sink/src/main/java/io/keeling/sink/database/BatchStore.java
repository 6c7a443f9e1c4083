package io.keeling.sink.database;

import com.zaxxer.hikari.HikariDataSource;
import io.keeling.sink.batch.WritePlan;
import io.keeling.sink.database.StoreOutcome.Failed;
import io.keeling.sink.database.StoreOutcome.Fenced;
import io.keeling.sink.database.StoreOutcome.Stored;
import io.keeling.storage.ConnectionPool;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.DatabaseFailure;
import io.keeling.storage.DatabaseFailure.Kind;
import io.keeling.storage.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Stores batches, each in one transaction with the offsets that follow it. Threads may share it;
 * {@link #open} gives it one connection.
 */
public final class BatchStore implements AutoCloseable {

  private final DataSource database;

  /** Creates a store on a data source that the caller closes. */
  public BatchStore(DataSource database) {
    this.database = database;
  }

  /** Opens a store with a connection of its own, which is made at the first use. */
  public static BatchStore open(DatabaseConfig config) {
    return new BatchStore(ConnectionPool.forWriting(config));
  }

  /**
   * The next offsets of partitions; 0 for new partitions.
   *
   * @throws SQLException if the database does not answer
   */
  public Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return StoredOffsets.load(connection, partitions);
    }
  }

  /**
   * Checks that the database answers.
   *
   * @throws SQLException if it does not
   */
  public void ask() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
  }

  /**
   * Stores a batch and advances the offsets, or does neither.
   *
   * @param expected the offsets that the partitions in {@code next} must have now; otherwise
   *     nothing is stored
   * @param next the offsets after the batch
   */
  public StoreOutcome store(
      WritePlan plan, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next) {
    try (Connection connection = database.getConnection()) {
      Staging.create(connection);
      connection.setAutoCommit(false);
      try {
        if (!StoredOffsets.advance(connection, expected, next)) {
          connection.rollback();
          return new Fenced();
        }
        int articles = ArticleWriter.write(connection, plan);
        return commit(connection, articles);
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      return new Failed(SqlFailures.of(e));
    }
  }

  /**
   * Commits. No constraint is deferred until the commit, so a failed commit is never caused by a
   * record.
   */
  private static StoreOutcome commit(Connection connection, int articles) {
    try {
      connection.commit();
      return new Stored(articles);
    } catch (SQLException e) {
      return new Failed(new DatabaseFailure(Kind.OTHER, SqlFailures.of(e).message()));
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    if (database instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}
