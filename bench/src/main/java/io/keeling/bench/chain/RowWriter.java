package io.keeling.bench.chain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import org.postgresql.PGConnection;

/** Ways to write the sink's rows that are not the sink's. */
final class RowWriter {

  private RowWriter() {}

  /** PostgreSQL's fastest way in: a COPY into each table, a transaction for all. */
  static void copy(Connection connection, List<StoredRows> tables)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    for (StoredRows rows : tables) {
      String into = "COPY %s (%s) FROM STDIN".formatted(rows.table(), names(rows));
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(into, new ByteArrayInputStream(rows.copy()));
    }
    connection.commit();
  }

  /**
   * The way of Kafka Connect's JDBC sink in its upsert mode: JDBC batches of INSERT, a transaction
   * for all. With {@code reWriteBatchedInserts} the driver makes statements of many rows of them.
   */
  static void batches(Connection connection, List<StoredRows> tables) throws SQLException {
    connection.setAutoCommit(false);
    for (StoredRows rows : tables) {
      try (PreparedStatement statement = connection.prepareStatement(insert(rows))) {
        for (String[] row : rows.values()) {
          set(statement, row);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
    connection.commit();
  }

  /** A statement for each row; the caller says how many articles make a transaction. */
  static void rowByRow(Connection connection, List<StoredRows> tables) throws SQLException {
    connection.setAutoCommit(false);
    for (StoredRows rows : tables) {
      try (PreparedStatement statement = connection.prepareStatement(insert(rows))) {
        for (String[] row : rows.values()) {
          set(statement, row);
          statement.executeUpdate();
        }
      }
    }
    connection.commit();
  }

  private static void set(PreparedStatement statement, String[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      statement.setString(i + 1, row[i]);
    }
  }

  private static String insert(StoredRows rows) {
    StringJoiner marks = new StringJoiner(", ");
    rows.columns().forEach(column -> marks.add("?"));
    return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
        .formatted(rows.table(), names(rows), marks);
  }

  private static String names(StoredRows rows) {
    return String.join(", ", rows.columns());
  }
}
