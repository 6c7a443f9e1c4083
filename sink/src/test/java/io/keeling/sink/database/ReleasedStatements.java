package io.keeling.sink.database;

import io.keeling.sink.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** A sink of an earlier release: its statements, frozen, in the order in which it ran them. */
final class ReleasedStatements {

  private static final Object[] TOPIC = {"keeling.enriched"};
  private static final Object[] PARTITION = {0};

  private final Map<String, String> statements = new LinkedHashMap<>();
  private final byte[] rows;

  ReleasedStatements(int release) throws IOException {
    String folder = "/releases/" + release + "/";
    String all = new String(resource(folder + "statements.sql"), StandardCharsets.UTF_8);
    for (String part : all.split("-- name: ")) {
      int end = part.indexOf('\n');
      statements.put(part.substring(0, end).strip(), part.substring(end).strip());
    }
    rows = resource(folder + "rows.tsv");
  }

  /** Stores the fixture's two versions of one article and moves the offset from 0 to 2. */
  void store(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      query(connection, "load-offsets", array(connection, TOPIC), integers(connection, PARTITION));
      connection.createStatement().execute(statements.get("create-staging"));
      connection.setAutoCommit(false);
      int moved =
          update(
              connection,
              "advance-offsets",
              array(connection, TOPIC),
              integers(connection, PARTITION),
              connection.createArrayOf("bigint", new Object[] {0L}),
              connection.createArrayOf("bigint", new Object[] {2L}));
      if (moved != 1) {
        throw new IllegalStateException("the offset was not where the last release left it");
      }
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statements.get("copy"), new java.io.ByteArrayInputStream(rows));
      update(connection, "store-versions");
      List<String> stored = query(connection, "store-current");
      var ids = array(connection, stored.toArray());
      update(connection, "remove-tags", ids);
      update(connection, "store-tags", ids);
      connection.commit();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Forgets the article, as the record of a tombstone asks for. */
  void remove(TestDatabase database, String id) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      update(connection, "remove-tags", array(connection, id));
      update(connection, "remove-articles", array(connection, id));
    }
  }

  private int update(Connection connection, String name, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(connection, name, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** The first column of what a statement gives. */
  private List<String> query(Connection connection, String name, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, name, parameters);
        ResultSet result = statement.executeQuery()) {
      List<String> first = new java.util.ArrayList<>();
      while (result.next()) {
        first.add(result.getString(1));
      }
      return first;
    }
  }

  private PreparedStatement prepared(Connection connection, String name, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(statements.get(name));
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static java.sql.Array array(Connection connection, Object... texts) throws SQLException {
    return connection.createArrayOf("text", texts);
  }

  private static java.sql.Array integers(Connection connection, Object... numbers)
      throws SQLException {
    return connection.createArrayOf("integer", numbers);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ReleasedStatements.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
