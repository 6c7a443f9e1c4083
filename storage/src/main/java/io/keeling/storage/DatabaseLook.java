package io.keeling.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Reads the state of a database for operators, without changing it. Not for sharing between
 * threads.
 */
public final class DatabaseLook implements AutoCloseable {

  private final PGSimpleDataSource source;
  private final Connection connection;

  private DatabaseLook(PGSimpleDataSource source) throws SQLException {
    this.source = source;
    this.connection = source.getConnection();
  }

  /**
   * Connects.
   *
   * @param limit how long an answer may take, in whole seconds
   * @throws SQLException if the database cannot be reached; {@link ConnectionFailures} explains it
   */
  public static DatabaseLook open(DatabaseConfig config, Duration limit) throws SQLException {
    PGSimpleDataSource source = ConnectionPool.single(config);
    source.setApplicationName("keeling-doctor");
    source.setReadOnly(true);
    source.setSocketTimeout(Math.toIntExact(limit.toSeconds()));
    return new DatabaseLook(source);
  }

  /**
   * Connects without a limit for answers, for a command that reads or writes whole tables.
   *
   * @throws SQLException if the database cannot be reached; {@link ConnectionFailures} explains it
   */
  public static Connection connect(DatabaseConfig config) throws SQLException {
    return ConnectionPool.single(config).getConnection();
  }

  /** The server's release, such as {@code 17.6}. */
  public String release() throws SQLException {
    return connection.getMetaData().getDatabaseProductVersion();
  }

  /** The server's major release, such as 17. */
  public int majorRelease() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  public Instant now() throws SQLException {
    return one("SELECT clock_timestamp()", OffsetDateTime.class).toInstant();
  }

  /** The size of the database on disk, in bytes. */
  public long bytes() throws SQLException {
    return one("SELECT pg_database_size(current_database())", Long.class);
  }

  /** When the newest article was stored, in words; fails if the user may not read. */
  public String newestArticle() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT max(stored_at) FROM article")) {
      rows.next();
      OffsetDateTime newest = rows.getObject(1, OffsetDateTime.class);
      return newest == null ? "none yet" : newest.toInstant().toString();
    }
  }

  /** The sink's next offset in each partition. */
  public Map<TopicPartition, Long> offsets() throws SQLException {
    Map<TopicPartition, Long> result = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
      while (rows.next()) {
        result.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return result;
  }

  /** The state of the tables, compared with this release. */
  public SchemaState schema() throws SQLException {
    Optional<EarlyHistory> early = EarlyHistory.of(connection);
    if (early.isPresent()) {
      SchemaState.Condition condition =
          early.get().isComplete() ? SchemaState.Condition.OLDER : SchemaState.Condition.BROKEN;
      return new SchemaState(condition, early.get().version() + " before the first release", 1);
    }
    MigrationInfoService migrations =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations(Migrations.LOCATION)
            .load()
            .info();
    MigrationInfo current = migrations.current();
    String version = current == null || current.getVersion() == null ? null : version(current);
    int missing = migrations.pending().length;
    return new SchemaState(condition(migrations, version, missing), version, missing);
  }

  private static SchemaState.Condition condition(
      MigrationInfoService migrations, @Nullable String version, int missing) {
    if (has(migrations, MigrationState.FAILED) || has(migrations, MigrationState.FUTURE_FAILED)) {
      return SchemaState.Condition.BROKEN;
    }
    if (version == null || version.equals("0")) {
      return SchemaState.Condition.EMPTY;
    }
    if (missing > 0) {
      return SchemaState.Condition.OLDER;
    }
    return has(migrations, MigrationState.FUTURE_SUCCESS)
        ? SchemaState.Condition.NEWER
        : SchemaState.Condition.CURRENT;
  }

  private static String version(MigrationInfo migration) {
    return migration.getVersion().getVersion();
  }

  private static boolean has(MigrationInfoService migrations, MigrationState state) {
    return Arrays.stream(migrations.all()).anyMatch(each -> each.getState() == state);
  }

  private <T> T one(String sql, Class<T> type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1, type);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
