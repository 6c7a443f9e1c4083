package io.keeling.app.security;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A PostgreSQL server that wants TLS and a password, with the two users of {@code
 * docs/security/postgres-roles.sql}.
 */
final class SecuredPostgres implements AutoCloseable {

  private static final Path ROLES = Path.of("..", "docs", "security", "postgres-roles.sql");
  private static final String CONNECT = "\\connect keeling";

  private final EmbeddedDatabase server;
  private final Path directory;

  private SecuredPostgres(EmbeddedDatabase server, Path directory) {
    this.server = server;
    this.directory = directory;
  }

  static SecuredPostgres start(Path directory, CertificateAuthority.Issued key) throws Exception {
    Files.createDirectories(directory);
    Path rules =
        Files.writeString(
            directory.resolve("pg_hba.conf"),
            """
            host    all      postgres       samehost  trust
            hostssl keeling  keeling_sink   samehost  scram-sha-256
            hostssl keeling  keeling_desk  samehost  scram-sha-256
            """);
    EmbeddedDatabase server =
        EmbeddedDatabase.start(
            directory.resolve("data"),
            0,
            Map.of(
                "ssl", "on",
                "ssl_cert_file", key.certificate().toString(),
                "ssl_key_file", key.key().toString(),
                "hba_file", rules.toString()));
    SecuredPostgres postgres = new SecuredPostgres(server, directory);
    postgres.createUsers();
    return postgres;
  }

  private void createUsers() throws IOException, SQLException {
    String script = Files.readString(ROLES);
    int second = script.indexOf(CONNECT);
    try (Connection connection = server.dataSource().getConnection()) {
      run(connection, script.substring(0, second));
      for (String user : List.of("sink", "desk")) {
        run(connection, "ALTER ROLE keeling_%s PASSWORD '%s'".formatted(user, password(user)));
        Files.writeString(secret(user), password(user) + "\n");
      }
    }
    try (Connection connection = administrator()) {
      run(connection, script.substring(second + CONNECT.length()));
    }
  }

  /** One statement at a time: a database is not created within a transaction. */
  private static void run(Connection connection, String script) throws SQLException {
    List<String> statements = new ArrayList<>();
    for (String part : script.replaceAll("(?m)^--.*$", "").split(";")) {
      if (!part.isBlank()) {
        statements.add(part.strip());
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs a statement as the administrator, in Keeling's database. */
  void execute(String sql) throws SQLException {
    try (Connection connection = administrator()) {
      run(connection, sql);
    }
  }

  /** What a statement counts. */
  long count(String sql) throws SQLException {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection administrator() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl().replaceAll("/postgres\\b", "/keeling"));
  }

  static String password(String user) {
    return "secret-of-database-" + user + "-91bc";
  }

  /** The file with a user's password. */
  Path secret(String user) {
    return directory.resolve(user + ".password");
  }

  /** The address without parameters. */
  String url() {
    int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    return "jdbc:postgresql://localhost:" + port + "/keeling";
  }

  /** The address as the documentation gives it. */
  String url(CertificateAuthority authority) {
    return url() + "?sslmode=verify-full&sslrootcert=" + authority.certificate();
  }

  /** A connection of a user's own. */
  Connection connect(String user, CertificateAuthority authority) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", "keeling_" + user);
    properties.put("password", password(user));
    return DriverManager.getConnection(url(authority), properties);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
