package io.keeling.bench.chain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.postgresql.PGConnection;

/**
 * The rows of one table that belong to some articles, as the sink left them: so others can be given
 * exactly the same to write. Immutable as long as nobody writes to the arrays.
 *
 * @param table name of the table
 * @param columns those that are not generated
 * @param copy the rows in the text format of COPY
 * @param values the rows, a text or null for each column
 */
record StoredRows(String table, List<String> columns, byte[] copy, List<String[]> values) {

  /** The sink's tables and the column of each that holds the article's id. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("article_version", "article_id");
    TABLES.put("article", "id");
    TABLES.put("article_name", "article_id");
    TABLES.put("article_country", "article_id");
    TABLES.put("article_topic", "article_id");
  }

  private static final String COLUMNS =
      """
      SELECT column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ? AND is_generated = 'NEVER'
      ORDER BY ordinal_position""";

  /** Reads what is stored of some articles, from every table. */
  static List<StoredRows> read(Connection connection, List<String> ids)
      throws SQLException, IOException {
    List<StoredRows> result = new ArrayList<>();
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      List<String> columns = columns(connection, table.getKey());
      StringJoiner wanted = new StringJoiner("','", "'", "'");
      ids.forEach(wanted::add);
      String query =
          "SELECT %s FROM %s WHERE %s IN (%s)"
              .formatted(String.join(", ", columns), table.getKey(), table.getValue(), wanted);
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (" + query + ") TO STDOUT", copy);
      result.add(
          new StoredRows(
              table.getKey(), columns, copy.toByteArray(), values(connection, query, columns)));
    }
    return result;
  }

  /** Empties all tables and forgets how far the sink was. */
  static void removeAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE consumer_offset, " + String.join(", ", TABLES.keySet()));
      statement.execute("CHECKPOINT");
    }
  }

  /** Tells two contents of all tables apart, whenever they were stored. */
  static String fingerprint(Connection connection) throws SQLException {
    StringJoiner result = new StringJoiner(", ");
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES.keySet()) {
        String sum = "sum(hashtextextended((to_jsonb(t) - 'stored_at')::text, 0))";
        try (ResultSet rows =
            statement.executeQuery("SELECT count(*), %s FROM %s AS t".formatted(sum, table))) {
          rows.next();
          result.add(table + " " + rows.getLong(1) + " rows " + rows.getBigDecimal(2));
        }
      }
    }
    return result.toString();
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  private static List<String[]> values(Connection connection, String query, List<String> columns)
      throws SQLException {
    List<String[]> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        String[] row = new String[columns.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = rows.getString(i + 1);
        }
        values.add(row);
      }
    }
    return values;
  }
}
