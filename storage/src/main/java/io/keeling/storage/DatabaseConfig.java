package io.keeling.storage;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.PasswordSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How sink and desk reach PostgreSQL.
 *
 * @param url JDBC address. TLS and other settings of the driver are parameters of it, such as
 *     {@code ?sslmode=verify-full}
 * @param user the role to log in as: of the sink, and of commands, the owner of the tables; of the
 *     desk it may be one with fewer rights
 * @param password the user's password. Give this or {@code passwordFile}
 * @param passwordFile a file that holds the password, so that it stands neither in the
 *     configuration nor in the environment. A line break at its end does not count
 * @param connectTimeout how long to wait for a connection before it counts as an outage, from 1 s
 *     to 5 min. A reader of the desk waits 3 s at most
 * @param statementTimeout the longest a statement may take, and a transaction may be idle, before
 *     the server ends it, from 1 s to 5 min. A batch takes well under a second; the limit frees the
 *     locks of a sink that hangs. A query of a reader has 5 s at most
 */
public record DatabaseConfig(
    String url,
    String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    Duration connectTimeout,
    Duration statementTimeout) {

  public DatabaseConfig {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("url must start with jdbc:postgresql:");
    }
    if (url.toLowerCase(Locale.ROOT).contains("password=")) {
      throw new IllegalArgumentException(
          "url must not hold a password; use password or passwordFile");
    }
    if (user.isBlank()) {
      throw new IllegalArgumentException("user must not be blank");
    }
    if (password != null && passwordFile != null) {
      throw new IllegalArgumentException("password and passwordFile exclude each other; give one");
    }
    Checks.between("connectTimeout", connectTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    // A role that waits for six minutes counts as stopped for good.
    Checks.between(
        "statementTimeout", statementTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  /** The defaults: the database {@code keeling} on this machine. */
  public static DatabaseConfig defaults() {
    return at("jdbc:postgresql://localhost:5432/keeling", "keeling");
  }

  /** The defaults for another database, without a password. */
  public static DatabaseConfig at(String url, String user) {
    return new DatabaseConfig(
        url, user, null, null, Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /**
   * The password, from where it is kept; null if there is none.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  public @Nullable String readPassword() {
    return PasswordSetting.read(password, passwordFile);
  }

  /** Leaves out the password, and the parameters of the address. */
  @Override
  public String toString() {
    return url.replaceFirst("[?].*", "") + " as " + user;
  }
}
