package io.keeling.environment;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own, asked in SQL; it begins without tables. Threads may share it. */
public final class EmptyDatabase {

  private final String url;

  /** One on the server that tests share. */
  public EmptyDatabase() {
    this(SharedDatabase.create());
  }

  /** One that is there, for {@link EmbeddedDatabase#USER}. */
  public EmptyDatabase(String url) {
    this.url = url.replaceFirst("\\?.*", "");
  }

  /** Its JDBC address. */
  public String url() {
    return url;
  }

  /** Connections to it, without a pool. */
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

  /** Runs statements. */
  public void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
