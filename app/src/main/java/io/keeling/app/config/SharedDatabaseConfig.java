package io.keeling.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to reach PostgreSQL. Sink and desk use it where their own {@code database} section does not
 * say otherwise. Immutable and safe to share between threads.
 *
 * @param url JDBC address
 * @param user role to log in as
 * @param password its password
 * @param passwordFile file that holds the password, instead of it
 */
public record SharedDatabaseConfig(
    String url, String user, @Nullable String password, @Nullable Path passwordFile) {

  public SharedDatabaseConfig {
    if (password != null && passwordFile != null) {
      throw new IllegalArgumentException("password and passwordFile exclude each other; give one");
    }
  }

  static SharedDatabaseConfig defaults() {
    return new SharedDatabaseConfig(
        "jdbc:postgresql://localhost:5432/keeling", "keeling", null, null);
  }

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "DatabaseConfig[" + url + " as " + user + "]";
  }
}
