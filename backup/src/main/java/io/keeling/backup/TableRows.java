package io.keeling.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * Reads and writes rows of tables as lines of JSON. Each line is an object with a field for each
 * column; a column that a later release adds gets its default. For one thread.
 */
final class TableRows {

  /** Number of rows that the driver fetches at a time. */
  private static final int FETCHED = 1_000;

  private final Connection connection;

  TableRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes a snapshot, so that all tables are read as they are at one moment.
   *
   * @throws SQLException if the database does not answer
   */
  void snapshot() throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1"); // the first statement takes the snapshot
    }
  }

  /**
   * Passes on each row of a table, in an order that depends only on the rows. A missing table
   * counts as empty: the sink of this release, which creates it, has not started yet.
   */
  void forEach(String table, BackupDirectory.LineReader<SQLException> reader)
      throws SQLException, IOException {
    if (!exists(table)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT to_jsonb(t)::text FROM " + quoted(table) + " t ORDER BY 1")) {
        while (rows.next()) {
          reader.read(rows.getString(1));
        }
      }
    }
  }

  private boolean exists(String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      statement.setString(1, quoted(table));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /**
   * Sets a table's sequence to continue after the numbers of the restored rows.
   *
   * @throws SQLException if the database does not answer
   */
  void continueNumbers(String table) throws SQLException {
    try (PreparedStatement columns =
        connection.prepareStatement(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = to_regclass(?) AND attidentity <> '' AND NOT attisdropped
            """)) {
      columns.setString(1, quoted(table));
      try (ResultSet names = columns.executeQuery();
          Statement statement = connection.createStatement()) {
        while (names.next()) {
          String column = names.getString(1);
          statement.execute(
              "SELECT setval(pg_get_serial_sequence('%1$s', '%3$s'), max(%2$s)) FROM %1$s"
                  .formatted(quoted(table), quoted(column), column.replace("'", "''")));
        }
      }
    }
  }

  /**
   * Checks that a table has no rows.
   *
   * @throws BackupException if it has rows
   */
  void requireEmpty(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet any =
            statement.executeQuery("SELECT EXISTS (SELECT FROM " + quoted(table) + ")")) {
      if (any.next() && any.getBoolean(1)) {
        throw new BackupException(
            "the table %s has rows already. A backup is restored into an empty database."
                .formatted(table));
      }
    }
  }

  /**
   * Inserts a row.
   *
   * @throws IOException if the line was not written by a backup
   */
  void insert(String table, String row) throws SQLException, IOException {
    JsonNode node = Json.MAPPER.readTree(row);
    if (node.isEmpty()) {
      throw new IOException("a row of " + table + " in the backup has no columns");
    }
    String columns =
        node.properties().stream()
            .map(field -> quoted(field.getKey()))
            .collect(Collectors.joining(", "));
    String sql =
        "INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, ?::jsonb)"
            .formatted(quoted(table), columns);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, row);
      insert.executeUpdate();
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
