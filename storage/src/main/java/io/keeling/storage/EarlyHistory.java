package io.keeling.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * The migrations applied by a build from before the first release. Together they made the tables
 * that the baseline makes now.
 */
final class EarlyHistory {

  /** The script of the first migration, which identifies a database made by an early build. */
  private static final String FIRST = "V1__articles.sql";

  /**
   * Checksum of the earlier baseline script, whose constraints repeated lists that the code has.
   */
  private static final int BASELINE_WITH_LISTS = 175689825;

  /** Versions of the early migrations; there was no version 4. */
  private static final List<String> ALL =
      List.of("1", "2", "3", "5", "6", "7", "8", "9", "10", "11", "12");

  /**
   * Number of early migrations that made tables. The last one only granted rights, which the
   * baseline does too.
   */
  private static final int OF_TABLES = ALL.size() - 1;

  /** Makes Flyway's history look as if the baseline had made the tables. */
  private static final String TAKE_OVER =
      """
      DELETE FROM flyway_schema_history;
      INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
              installed_by, execution_time, success)
          VALUES (1, '1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>',
              current_user, 0, true);
      ALTER TABLE article DROP CONSTRAINT IF EXISTS article_climate_grade_check;
      ALTER TABLE article_name DROP CONSTRAINT IF EXISTS article_name_type_check;
      ALTER TABLE article_topic DROP CONSTRAINT IF EXISTS article_topic_grade_check;
      ALTER TABLE account DROP CONSTRAINT IF EXISTS account_role_check;
      ALTER TABLE account_token DROP CONSTRAINT IF EXISTS account_token_scope_check;
      """;

  private final List<String> applied;

  private EarlyHistory(List<String> applied) {
    this.applied = applied;
  }

  /** The history of a database; empty if its tables were not made before the first release. */
  static Optional<EarlyHistory> of(Connection connection) throws SQLException {
    List<String> applied = new ArrayList<>();
    boolean early = false;
    try (Statement statement = connection.createStatement()) {
      if (!isThere(statement)) {
        return Optional.empty();
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT version, script, checksum FROM flyway_schema_history"
                  + " WHERE success AND type = 'SQL' ORDER BY installed_rank")) {
        while (rows.next()) {
          if (rows.getInt("checksum") == BASELINE_WITH_LISTS) {
            return Optional.of(new EarlyHistory(ALL));
          }
          early |= FIRST.equals(rows.getString("script"));
          applied.add(rows.getString("version"));
        }
      }
    }
    return early ? Optional.of(new EarlyHistory(List.copyOf(applied))) : Optional.empty();
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  String version() {
    return applied.get(applied.size() - 1);
  }

  boolean isComplete() {
    return applied.size() >= OF_TABLES && applied.equals(ALL.subList(0, applied.size()));
  }

  /**
   * Marks a database as made by the baseline if early migrations made the same tables in it.
   * Changes no other database. The caller holds the lock of migrations.
   *
   * @throws FlywayException if an older build made the database
   */
  static void takeOver(Connection connection) throws SQLException {
    Optional<EarlyHistory> early = of(connection);
    if (early.isEmpty()) {
      return;
    }
    if (!early.get().isComplete()) {
      throw new FlywayException(
          "its tables are from a build before the first release, up to V%s of V12. Start the last such build once, or restore a backup into an empty database; docs/operators.md shows how"
              .formatted(early.get().version()));
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(TAKE_OVER);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
