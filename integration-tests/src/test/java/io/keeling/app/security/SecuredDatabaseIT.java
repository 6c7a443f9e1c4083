package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.backup.BackupContents;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the users of {@code docs/security/postgres-roles.sql} may not do with the database. */
class SecuredDatabaseIT {

  @TempDir static Path directory;

  private static CertificateAuthority authority;
  private static SecuredPostgres postgres;

  @BeforeAll
  static void startWithTheTablesOfTheSink() throws Exception {
    authority = CertificateAuthority.create(directory.resolve("authority"));
    postgres = SecuredPostgres.start(directory.resolve("postgres"), authority.issue("database"));
    DatabaseConfig usual = DatabaseConfig.at(postgres.url(authority), "keeling_sink");
    Migrations.apply(
        new DatabaseConfig(
            usual.url(),
            usual.user(),
            null,
            postgres.secret("sink"),
            usual.connectTimeout(),
            usual.statementTimeout()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** What the desk keeps of people: of these it may change rows, but nothing that is on record. */
  private static final List<String> OWN =
      List.of("account", "account_session", "account_token", "account_invitation", "audit");

  /** What else it keeps. */
  private static final List<String> OF_THE_DESK =
      BackupContents.ALL.tables().stream().filter(table -> !OWN.contains(table)).toList();

  @Test
  void theDeskMayReadAndChangeWhatItKeepsAndNothingElse() throws Exception {
    List<String> attempts =
        new ArrayList<>(List.of("CREATE TABLE t (n int)", "CREATE TEMP TABLE t (n int)"));
    for (String table : tables()) {
      if (OF_THE_DESK.contains(table)) {
        execute("desk", "BEGIN READ WRITE", "DELETE FROM " + table, "COMMIT");
      } else if (!OWN.contains(table)) {
        attempts.add("INSERT INTO " + table + " DEFAULT VALUES");
        attempts.add("DELETE FROM " + table);
      }
      attempts.add("TRUNCATE " + table);
      attempts.add("DROP TABLE " + table);
    }
    for (String attempt : attempts) {
      assertRefused("desk", "SET default_transaction_read_only = off", attempt);
    }
  }

  @Test
  void theDeskKeepsAccountsAndChangesNothingThatIsOnRecord() throws Exception {
    execute(
        "desk",
        "SET default_transaction_read_only = off",
        "INSERT INTO account (name, role) VALUES ('ida', 'editor')",
        "UPDATE account SET role = 'reader'",
        "INSERT INTO audit (who, action, subject) VALUES ('ida', 'account.add', 'ida')",
        "DELETE FROM account");
    assertRefused("desk", "SET default_transaction_read_only = off", "DELETE FROM audit");
    assertRefused("desk", "SET default_transaction_read_only = off", "UPDATE audit SET who = ''");
  }

  @Test
  void theSinkMayDoNothingBesideItsTables() {
    for (String attempt :
        List.of(
            "CREATE DATABASE another",
            "DROP DATABASE keeling",
            "CREATE ROLE another",
            "CREATE SCHEMA another",
            "CREATE EXTENSION pg_trgm",
            "SELECT pg_read_file('postgresql.conf')",
            "COPY article TO PROGRAM 'true'")) {
      assertRefused("sink", attempt);
    }
  }

  private static List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = postgres.connect("desk", authority);
        var rows =
            connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    assertThat(tables).contains("article", "consumer_offset").containsAll(OF_THE_DESK);
    return tables;
  }

  private static void assertRefused(String user, String... statements) {
    assertThatThrownBy(() -> execute(user, statements))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused ->
                assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo("42501"));
  }

  private static void execute(String user, String... statements) throws SQLException {
    try (Connection connection = postgres.connect(user, authority);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
